/** The id of the main element of every shell. */
export const mainId = "isi";

export function SkipLink({ children }: { children: string }) {
  return (
    <a className="skip" href={`#${mainId}`}>
      {children}
    </a>
  );
}
