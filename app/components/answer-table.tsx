type AnswerTableProps = {
  heads: readonly string[];
  lines: readonly (readonly string[])[];
  /** Names the table and the frame in which it scrolls. */
  label: string;
  /** Said of a cell left empty. */
  none: string;
};

/** A small table somebody filled in, to be read. Addresses are links that open beside the page. */
export function AnswerTable({ heads, lines, label, none }: AnswerTableProps) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="table table--dense">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              {line.map((cell, at) => (
                <td key={heads[at]}>{cell === "" ? <span className="missing">{none}</span> : <Cell text={cell} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/i.test(text)) return <>{text}</>;
  return (
    <a href={text} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
