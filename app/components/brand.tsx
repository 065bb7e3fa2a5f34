import { Link } from "@remix-run/react";

const petals =
  "M1.6 1.6A13.80 13.80 0 0 1 15.4 15.4A13.80 13.80 0 0 1 1.6 1.6ZM30.4 1.6A13.80 13.80 0 0 1 16.6 15.4A13.80 13.80 0 0 1 30.4 1.6ZM1.6 30.4A13.80 13.80 0 0 1 15.4 16.6A13.80 13.80 0 0 1 1.6 30.4ZM30.4 30.4A13.80 13.80 0 0 1 16.6 16.6A13.80 13.80 0 0 1 30.4 30.4Z";

/** The mark: four petals of kawung and their one centre. `size` in pixels. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" d={petals} />
      <path className="logo__core" d="M16 12.4L19.6 16L16 19.6L12.4 16Z" />
    </svg>
  );
}

export function Brand({ name, to, size }: { name: string; to: string; size?: number }) {
  return (
    <Link className="brand" to={to}>
      <Logo size={size} />
      <span>{name}</span>
    </Link>
  );
}
