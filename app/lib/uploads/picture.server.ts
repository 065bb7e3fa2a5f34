import sharp, { type Sharp } from "sharp";
import type { ContentVerdict, FileKind } from "#app/lib/uploads/types.ts";

/** Pixels a picture may have before it is opened: a small file can claim to be a huge picture. */
const pixelLimit = 80_000_000;
/** Longest side kept. A screen shows less, a printed page needs no more. */
const longestSide = 4_000;
const secondsAPicture = 15;

// Two cores serve everybody: pictures take their turn.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a picture anew: turned as its camera meant, at most 4,000 pixels a side, without metadata. Whatever hid in the file
 * beside its pixels is gone.
 */
export async function reencode(path: string, kind: FileKind): Promise<ContentVerdict> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > pixelLimit) return { ok: false, fault: "imageTooLarge" };
    const picture = sharp(path, { limitInputPixels: pixelLimit, failOn: "error" })
      .timeout({ seconds: secondsAPicture })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
    return { ok: true, kind, pages: null, replaced: new Uint8Array(await written(picture, kind).toBuffer()) };
  } catch {
    return { ok: false, fault: "imageBroken" };
  }
}

function written(picture: Sharp, kind: FileKind): Sharp {
  if (kind === "image/png") return picture.png();
  if (kind === "image/webp") return picture.webp({ quality: 85 });
  return picture.jpeg({ quality: 85, mozjpeg: true });
}

/** A small WebP of pixels, or of a picture file. */
export const smallPicture = async (source: { rgba: Uint8Array; width: number; height: number }): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(source.rgba, { raw: { width: source.width, height: source.height, channels: 4 } })
      .flatten({ background: "#fff" })
      .webp({ quality: 78 })
      .toBuffer(),
  );

export async function shrinkPicture(bytes: Uint8Array, box: { width: number; height: number }): Promise<{ webp: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(bytes, { limitInputPixels: pixelLimit })
    .resize({ ...box, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { webp: new Uint8Array(data), width: info.width, height: info.height };
}
