import { expect } from "vitest";
import { enterStage, evaluate, interview, scheduleInterviews, screen } from "#tests/e2e/walk/judge.ts";
import { createEdition, fillAndOpen, seatPeople } from "#tests/e2e/walk/organise.ts";
import { prepareDraft } from "#tests/e2e/walk/prepare.ts";
import { certify, objectAndFinalise, publishProvisional, seeResults, seeTheRest, verifyInPublic } from "#tests/e2e/walk/rank.ts";
import type { Walk } from "#tests/e2e/walk/walk.ts";
import { draftProposal, inviteWriter, submitProposal } from "#tests/e2e/walk/write.ts";

/** One edition, from an empty draft to a verified certificate, each step by its own person. */
export async function walkThrough(walk: Walk): Promise<void> {
  await createEdition(walk);
  await fillAndOpen(walk);
  await seatPeople(walk);
  await inviteWriter(walk);
  const good = await draftProposal(walk, `Apotek Singgah ${walk.slug} (data latihan)`);
  const fair = await prepareDraft(walk, `Perahu Pintar ${walk.slug} (data latihan)`);
  const weak = await prepareDraft(walk, `Loket Lama ${walk.slug} (data latihan)`);
  const numbers = [];
  for (const path of [good, fair, weak]) numbers.push(await submitProposal(walk, path, path === good));
  expect(numbers.map((number) => number.slice(-4))).toEqual(["0001", "0002", "0003"]);

  await enterStage(walk, "screening");
  await screen(walk, [good, fair, weak]);
  await enterStage(walk, "desk");
  await evaluate(walk);
  await enterStage(walk, "finalists");
  await publishProvisional(walk, "top99");
  await objectAndFinalise(walk, "top99", true);

  await scheduleInterviews(walk, good);
  await enterStage(walk, "interview");
  await interview(walk);
  await enterStage(walk, "winners");
  await publishProvisional(walk, "top45");
  await objectAndFinalise(walk, "top45", false);
  const serial = await certify(walk, "top45", good);
  await verifyInPublic(walk, serial);
  await seeResults(walk);
  await seeTheRest(walk);
}
