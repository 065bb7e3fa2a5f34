import { blocksOf } from "#app/lib/text-blocks.ts";

/** A text as it was typed, to be read: paragraphs with their line ends, lists as lists. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="prose-blocks">
      {blocksOf(text).map((block, index) => {
        if (block.kind === "paragraph") {
          return (
            <p key={index} className="prose">
              {block.text}
            </p>
          );
        }
        const items = block.items.map((item, place) => <li key={place}>{item}</li>);
        return block.ordered ? (
          <ol key={index} start={block.start}>
            {items}
          </ol>
        ) : (
          <ul key={index}>{items}</ul>
        );
      })}
    </div>
  );
}
