import type * as source from "#app/i18n/id/cli.ts";
import type { Words } from "#app/i18n/shape.ts";

export const cli: Words<typeof source.cli> = {
  overview: `anugerah: innovation competitions of a government, from the call to the certificate

Usage: anugerah <command> [options]`,
  commandsTitle: "Commands",
  overviewEnd: `"anugerah <command> --help" explains one command: usage, options, files, exit codes.`,
  commonOptions: `Common options
  --lang id|en   language of the output; follows LANG without it
  --json         the result as JSON on standard output
  --help         this explanation

Exit codes
  0 done   1 refused or failed   2 called wrongly`,
  errors: {
    unknownCommand: "there is no command \"{command}\".",
    unknownOption: "there is no option {option}.",
    optionValue: "option {option} needs a value, or takes none.",
    tooMany: "\"{word}\" is one word too many.",
    missing: "{option} must be given.",
    invalid: "{option}: {fault}",
    language: "--lang takes id or en.",
    seeHelp: "Add --help to see how it is used.",
    failed: "failed: {reason}",
    environment: "the environment is not valid: {faults}",
    noDatabase: "there is no database at {file} yet; run \"anugerah migrate\" or \"npm start\" first.",
    behind: "the database {file} is not up to date; run \"anugerah migrate\" first.",
    ahead: "the database {file} was made by a newer version of Anugerah; use that version.",
    noFile: "file {file} was not found.",
    notADatabase: "{file} is not a database that can be opened.",
    notEmpty: "folder {folder} is not empty; choose a new one so that nothing is overwritten.",
  },
  progress: { seconds: "{seconds} s" },
  serve: {
    summary: "serve the site and run the worker",
    help: `Usage: anugerah serve [--demo] [--data FOLDER] [--port N]

Builds when needed, brings the database up to date, runs the worker, then serves the site.
The first start fills the registry of agencies and the archive of awards: both are real data.

Options
  --demo          fill rehearsal data once and print its accounts; default folder data/demo
  --data FOLDER   data folder (default: DATA_DIR, or data)
  --port N        port (default: PORT, or 3000)

Files in the data folder
  anugerah.db     database
  files/          attachments, named by their content
  keys/           signing keys of the certificates; keep a copy in a safe place

SIGTERM or Ctrl-C finishes the requests that were accepted, then stops.`,
    building: "Building the site",
    built: "The site is built and up to date.",
    buildFailed: "the site could not be built:\n{output}",
    migrating: "Bringing the database up to date",
    seeding: "Filling the registry of agencies and the archive of awards (real data, with sources)",
    seeded: "{agencies} {agencies:agency|agencies}, {records} {records:award record|award records}, {aggregates} {aggregates:yearly figure|yearly figures}.",
    filling: "Filling rehearsal data",
    filled: "Rehearsal data is already in {folder}; delete that folder to fill it anew.",
    ready: "Anugerah is ready at {url} after {seconds} {seconds:second|seconds}. Ctrl-C stops it.",
    noUser: "There is no account yet. Make the first one:\n  npx anugerah user create --email YOU@agency.go.id --name \"Your name\" --role organiser",
    accounts: "Demo accounts (rehearsal data). All have the password: {password}",
    demoNeedsOwnFolder: "{file} holds data that is no demo; choose another folder with --data.",
    siteStopped: "A process of the site stopped (code {code}) and will be started again.",
    workerStopped: "The worker stopped (code {code}); it is started again.",
    stopping: "Finishing the requests that were accepted",
  },
  worker: {
    summary: "send mail and work off the queue (run by serve)",
    help: `Usage: anugerah worker [--data FOLDER]

Works off the queue, sends mail when SMTP_URL is set, and deletes expired sessions.
"anugerah serve" runs it already; this command runs it alone.

Options
  --data FOLDER   data folder (default: DATA_DIR, or data)

SIGTERM or Ctrl-C finishes the work in hand, then stops.`,
  },
  migrate: {
    summary: "make the database or bring it up to date",
    help: `Usage: anugerah migrate [--data FOLDER]

Makes the database when there is none and brings its shape up to date. Safe to repeat.

Options
  --data FOLDER   data folder (default: DATA_DIR, or data)`,
    done: "{applied} {applied:change|changes} applied to {file}.",
    current: "{file} is up to date.",
  },
  files: {
    faulty: "file {file} was not used; {count} {count:fault|faults}:\n{faults}",
    fault: "  line {line}, {field}: {words}",
    more: "  … and {count} {count:more fault|more faults}",
    cells: "must have {expected} {expected:column|columns}, has {found}",
    quote: "file {file}, line {line}: a quotation mark is not closed.",
    unknownField: "there is nothing of this name here",
    notUtf8: "file {file} is not UTF-8 text.",
    notJson: "file {file} is not JSON.",
    notWritable: "file {file} cannot be written.",
  },
  rank: {
    summary: "compute a ranking again from a table of marks",
    help: `Usage: anugerah rank --marks MARKS.csv [--rules RULES.json] [--cut 99 --cut 45] [--seed 1] [--draws 4000] --out RESULT.json

Computes calibrated values, ranks, the probability of being listed, expected ranks with 90 % intervals, how the assessors are
linked, and reliability, from marks alone. Calibrated value = mean of (mark - leniency of the assessor); the raw mean and its rank
always stand beside it. The order of the rows changes no byte.

Options
  --marks FILE   CSV with the head entry,assessor,mark; stratum, criterion, cluster, panel may be added
  --rules FILE   rules of the edition: criteria, cuts, passMark, ties, quantity, waivers, exclude
  --cut N        size of a list whose probabilities are computed; may be repeated
  --seed N       seed of the draw and of the sampling (1 unless given)
  --draws N      number of samples (4000 unless given)
  --out FILE     file of the result

Rules, JSON, every part optional
  criteria   [{"key":"novelty","weight":3000}]   weights in any unit; none = every criterion counts alike
  cuts       [{"size":99,"reserve":10,"nominees":2,"shares":{"CLUSTER":5000},"minima":{"CLUSTER":3}}]   shares in basis points
  passMark   {"value":70,"on":"raw"|"calibrated"|"quality"}
  ties       ["rawMean","novelty","draw"]   after equality within 1e-6; none = this order with every criterion
  quantity   "calibrated" (default) | "quality"
  waivers    [{"code":"disconnected","reason":"…"}]   exclude   [{"assessor":"E7","reason":"…"}]   reasons of 10 characters and more

With two panels or more a panel's leniency is estimated apart and taken off as well. That holds only where entries were allotted to
panels by lot within their stratum; where panels were chosen by quality or field, make the panel part of the stratum column.
Where leniency cannot be estimated the raw mean ranks, and that is said. Where assessors fall into groups that nothing links, the
ranking is refused unless the rules record a waiver with its reason.`,
    head: "file {file}: the head must be entry,assessor,mark, and may add stratum,criterion,cluster,panel, each once.",
    took: "{seconds} {seconds:second|seconds}.",
    done: "{entries} {entries:entry|entries}, {assessors} {assessors:assessor|assessors}, {warnings} {warnings:warning|warnings}: {out}.",
    warnings: {
      notEstimable: "Leniency cannot be estimated from {marks} {marks:mark|marks} of {entries} {entries:entry|entries}; the raw mean ranks.",
      disconnected: "The assessors fall into {count} {count:group|groups} that nothing links. {reason}",
      boundary: "The variance {part} is estimated as zero, the edge of what it can be.",
      panelsUntold: "The leniency of panels cannot be told from strata, assessors or entries; the panels' marks are not corrected.",
      constant: "{assessor} gave every entry the same mark.",
      placeholder: "{assessor} gave the lowest mark again and again where no other did: perhaps not a judgement.",
      extreme: "{assessor} differs from the others by more than leniency explains.",
      excluded: "{assessor} is left out by the rules: {reason}",
      assumedEqualWeights: "The rules name no weights; every criterion counts alike.",
    },
    parts: { entry: "between entries", assessor: "between assessors", panel: "between panels" },
  },
  reliability: {
    summary: "compute the reliability of marks from a table",
    help: `Usage: anugerah reliability --matrix TABLE.csv --out RESULT.json

Computes ICC(1), ICC(2,1), ICC(2,k), ICC(3,k), Krippendorff's alpha (nominal, ordinal, interval) and Kendall's W, each with a 95 %
interval; where there is none, the reason is named.

Options
  --matrix FILE  CSV: a row an entry, a column an assessor, an empty cell is a missing mark; the first row and column may hold
                 names, also numbers where the corner is empty or says entry, proposal or id
  --out FILE     file of the result`,
    empty: "file {file} holds no table of marks.",
    repeated: "{name} comes twice",
    done: "Reliability written to {out}:",
    reasons: {
      incomplete: "not computed: a mark is missing",
      tooFewEntries: "not computed: fewer than two entries",
      tooFewAssessors: "not computed: fewer than two assessors",
      noPairs: "not computed: no entry was marked twice",
      noSpread: "not computed: all marks are the same",
      unbalanced: "without interval: entries have different numbers of marks",
    },
  },
  assign: {
    summary: "assign entries to their readers",
    help: `Usage: anugerah assign --in INSTANCE.json [--seed 1] --out RESULT.json

Gives every entry its readers: no conflict, exactly as many as asked, loads in their bounds, an expert each and one seat an
organisation where the rules say so, readers linked well enough to be compared, and of all these the cheapest. Every pair comes
with its reason. The same instance and seed give the same bytes, whatever the order of the rows.

Options
  --in FILE      instance: readers, load, entries, assessors, and if wanted match, conflicts, fixed, forbidden, rules
  --seed N       seed of the draw among equals (1 unless given)
  --out FILE     file of the result

Where it cannot be done the command ends with code 1 and names the entries that lack readers, and why.`,
    took: "{seconds} {seconds:second|seconds}, {memory} MiB at most.",
    done: "{assignments} {assignments:reading|readings}, {status}: {out}.",
    methods: {
      flow: "Best and proven: the minimum cost flow keeps every rule.",
      repair: "Mended from the minimum cost flow; at most {gap} % above the lower bound.",
      program: "The whole model was solved; {gap} % above the lower bound.",
    },
    linked: "To link the readers the ladder of linking was climbed to step {step}.",
    outside: "Readings by people who do not know the category: {count}.",
    infeasible: "It cannot be done; reasons: {count}.",
    refused: "Nothing was written.",
    faults: {
      bounds: "the least load is above the most",
      unknown: "{id} is not in the instance",
      repeated: "{id} comes twice",
      clash: "{entry} and {assessor} are both fixed and barred",
    },
  },
  similarity: {
    summary: "find texts that copy other texts",
    help: `Usage: anugerah similarity --new NEW.jsonl [--old OLD.jsonl] --out PAIRS.json

Compares every new text with all other new and old ones and writes the pairs worth a look: at least 3 % and 5 four-word
shingles in common (of a sample of one in eight, after stemming), or the same title. Shingles that stand in more than 30 texts
(templates), quotations and names of regulations do not count. Texts below about 60 words are too short for their contents to
be compared. A person judges: this is a hint, not an accusation.

Options
  --new FILE   new texts
  --old FILE   old texts; without it the new ones are compared with each other only
  --out FILE   file of the result

Files in: JSON lines, UTF-8, each {"id","agency","year","title","text"}. An id stands once in a file; an old line whose id
stands in the new file is passed over.

File out: {"pairs":[{"a","b","containmentAB","containmentBA","sameTitle","passages"}]}, ordered by a, then b.
  a, b            ids; a is always a new text
  containmentAB   share of text a that stands in b, too, 0 to 1; containmentBA the other way
  passages        [fromA, toA, fromB, toB]: UTF-16 units in "text" (as JavaScript counts), the end exclusive`,
    readingNew: "New texts (MB)",
    readingOld: "Old texts (MB)",
    comparing: "Comparison",
    aligning: "Passages",
    repeated: "{count} {count:old line|old lines} passed over: their ids stand in the new file.",
    took: "{seconds} {seconds:second|seconds}, peak memory {memory} MiB.",
    done: "{new} {new:new text|new texts}, {old} {old:old text|old texts}: {pairs} {pairs:pair|pairs} worth a look, in {out}.",
    notJson: "not JSON",
    notUtf8: "not UTF-8",
    longLine: "longer than 64 MiB",
    duplicate: "id {id} stands in line {first} already",
  },
  userCreate: {
    summary: "make a system account",
    help: `Usage: anugerah user create --email ADDRESS --name NAME [--role ROLE] [--password-stdin]

Makes an account with a password. The password is asked for on the terminal, or read from standard input.

Options
  --email ADDRESS    e-mail of the account
  --name NAME        full name
  --role ROLE        none (default), organiser: may make editions; operator: manages accounts and the
                     system, no marks; auditor: reads everything
  --password-stdin   read the password from the first line of standard input
  --data FOLDER      data folder (default: DATA_DIR, or data)`,
    ask: "Password (at least {minimum} {minimum:character|characters}): ",
    again: "Once more: ",
    differ: "the two passwords differ; no account was made.",
    tooShort: "a password has at least {minimum} {minimum:character|characters}; no account was made.",
    tooCommon: "this password is too easy to guess; use another short sentence. No account was made.",
    noTerminal: "there is no terminal to ask for the password; use --password-stdin.",
    done: "Account {email} was made with the role {role}.",
  },
  agencyImport: {
    summary: "fill the registry of agencies from CSV",
    help: `Usage: anugerah agency import FILE.csv [--data FOLDER]

Adds new agencies and updates those whose code is known. Nothing is deleted. If a single row is wrong,
no row is saved.

File: UTF-8 CSV with the header  code,name,kind,province,parent,zone
  code       official, lasting code, such as 33.15 or L-BPOM
  name       name as it stands on a certificate
  kind       kementerian, lembaga, provinsi, kabupaten, kota, bumn or bumd
  province   two-digit code of the province; empty for central agencies
  parent     code of the agency above; may be empty
  zone       Asia/Jakarta, Asia/Makassar or Asia/Jayapura

Options
  --data FOLDER   data folder (default: DATA_DIR, or data)`,
    source: "File {file}",
    done: "{created} {created:new agency|new agencies}, {updated} updated, {unchanged} unchanged.",
    header: "the header must be code,name,kind,province,parent,zone",
    duplicate: "code {code} stands already on line {first}",
    unknownParent: "the agency above, {code}, is neither in the file nor in the registry",
    empty: "there is no agency row",
  },
  dbCheck: {
    summary: "check that the database holds only what can be true",
    help: `Usage: anugerah db check [--db FILE | --data FOLDER]

Checks what may never be wrong: the database file, references, numbers without gaps, states of lists and
certificates, submitted content against its SHA-256, and the audit chain. Changes nothing.

Options
  --db FILE       database file
  --data FOLDER   data folder (default: DATA_DIR, or data); attachments are checked as well

Exit code 1 when something is violated; the first five are named.`,
    ok: "ok",
    violations: "{count} {count:violation|violations}",
    allGood: "All {count} {count:rule|rules} hold.",
    broken: "{count} {count:rule is|rules are} violated.",
    names: {
      integrity: "the database file is whole",
      foreignKeys: "every reference leads somewhere",
      entryNumbers: "entry numbers run without gaps",
      entryReach: "a proposal's status fits the stage it has reached",
      submittedContent: "submitted content matches its SHA-256",
      submissionVersions: "versions of a submission count from one",
      attachmentFiles: "the file of every attachment exists",
      screenedReach: "screening outcomes fit the stage reached",
      sheetMarks: "locked sheets hold every mark",
      markRange: "marks lie inside the range of their sheet",
      ownAgency: "nobody assesses their own agency",
      currentLists: "one current list for every list key",
      finalLists: "final lists have a decree and a past objection window",
      twoPersons: "who signed the minutes did not approve the list",
      listRows: "ranks of a list run on and its size fits",
      openObjections: "final lists leave no objection open",
      certificateLists: "certificates belong to names on final lists",
      certificateSerials: "serial numbers of certificates run without gaps",
      slotOverlap: "interviews of a panel do not overlap",
      auditChain: "the audit chain is whole",
    },
  },
  auditVerify: {
    summary: "verify the audit log and the state it records",
    help: `Usage: anugerah audit verify [--db FILE | --data FOLDER] [--checkpoint FILE …]

Examines the whole audit log: chain, contents, the RFC 6962 tree, every stored checkpoint and those given, and that every mark,
sheet, decision, assignment and list row equals what its last entry says. What does not fit is named by the number of the
entry, or by table, row and column. Changes nothing.

Options
  --db FILE          database file
  --data FOLDER      data folder (default: DATA_DIR, or data)
  --checkpoint FILE  a checkpoint you have received; may be repeated

Signatures are checked with keys/audit.pem beside the database, or AUDIT_KEY.`,
    unspoken: "Rows no entry speaks of were written by another way than the application, or are older than the sealing of rows. After upgrading an old database keep this output with the date of the upgrade: an old row is sealed by its next change, and a row that is not named here is not an old one.",
    good:
      "The audit log is whole: {entries} {entries:entry|entries}, {checkpoints} {checkpoints:checkpoint|checkpoints}, {rows} {rows:row|rows} as their entries say, {erased} {erased:entry|entries} with their words erased.\nHead of the chain {head}\nRoot of the tree {root}",
    bad: "{faults} {faults:thing does|things do} not fit:",
    more: "… and {more} more.",
    unsigned: "Signatures were not checked: the key is not here.",
  },
  bundleVerify: {
    summary: "recompute a list from its result bundle",
    help: `Usage: anugerah bundle verify FILE [--key KEY]

Recomputes a published list from its bundle alone, by the same rules, and compares it byte for byte. Checks digests, what rules
and seed were bound to, and the proofs that the audit log holds it. No network and no database. What does not fit is named: the
first row and column, the file, or the number of the entry.

Options
  --key KEY   verifier key from the page of checkpoints: name+id+base64

Exit code 0 if everything fits, 1 if something does not.`,
    good: "List {list} version {version} is equal byte for byte: {rows} {rows:row|rows} recomputed from {sheets} {sheets:score sheet|score sheets}.\nDigest {digest}",
    bad: "This bundle does not fit:",
    faults: {
      archive: "the file is damaged, changed, or no result bundle, at {detail}",
      manifest: "{detail} is not what the manifest says",
      shape: "its content cannot be read: {detail}",
      inputs: "{detail} are not the inputs the list names",
      row: "row {detail} (published / recomputed)",
      model: "the model differs in {detail}",
      digest: "the digest {detail} is not that of these rows",
      proof: "the audit log does not hold it: {detail}",
      record: "the audit log names another list: {detail}",
      seed: "the seed {detail} is not the one bound before marking",
    },
    notesTitle: "Worth knowing:",
    notes: {
      noCommitment: "the bundle does not hold what rules and seed were bound to before marking",
      noProofs: "the bundle holds no proofs of the audit log",
      rulesChanged: "the rules have changed since they were bound ({detail}), for example because a stage was extended",
      otherModel: "the list was computed in the way {detail}, not that of this program",
      ownKey: "the signature was checked with the key in the bundle itself; give --key to be sure whose it is",
      waived: "the list was signed although not all assessors are linked",
      decree: "the text of decree {detail} is not part of the bundle",
      sources: "who locked the sheets and when is not part of the bundle; the audit log holds it",
    },
  },
  backup: {
    summary: "copy database, attachments and keys while the system runs",
    help: `Usage: anugerah backup --to FOLDER [--data FOLDER]

Copies the database consistently without stopping the system, then attachments and keys, then writes a
manifest with SHA-256. The target folder must be new or empty.

Options
  --to FOLDER     target folder
  --data FOLDER   data folder (default: DATA_DIR, or data)

Files written
  anugerah.db     database
  files/          attachments
  keys/           signing keys of the certificates, readable by their owner only: guard them as the originals
  manifest.json   every file with its size and SHA-256`,
    database: "Database",
    files: "Attachments",
    keys: "Keys",
    done: "Copied to {folder}: {files} {files:file|files}, {bytes}. The signing keys are among them: guard this folder as the original.",
  },
  restore: {
    summary: "restore a copy into an empty data folder",
    help: `Usage: anugerah restore --from FOLDER [--data FOLDER]

Checks every file of the copy against its manifest, then puts it into the data folder. Refuses when the
data folder holds anything: live data is never overwritten.

Options
  --from FOLDER   folder made by "anugerah backup"
  --data FOLDER   new or empty data folder (default: DATA_DIR, or data)`,
    checking: "Checking",
    copying: "Restoring",
    noManifest: "{folder} holds no valid manifest.json; it is not a whole copy.",
    missing: "file {file} of the manifest is not in the copy; nothing was restored.",
    altered: "file {file} does not match its SHA-256 in the manifest; nothing was restored.",
    live: "{folder} holds data; a restore does not overwrite it. Choose an empty folder with --data.",
    done: "Restored to {folder}: {files} {files:file|files}, {bytes}.",
  },
  season: {
    summary: "run one rehearsal edition from the call to the certificates",
    help: `Usage: anugerah season --registered N --out FOLDER [--seed N] [--preset KEY]

Runs a whole rehearsal edition on invented data, through the operations the site uses: drafts, submission
(about 70 %), screening (about 78 % pass), marks, list of finalists, interviews, list of winners,
certificates. Agencies' names are real; people, titles and texts are invented and say (data latihan).

Options
  --registered N   number of drafts registered
  --out FOLDER     folder of the results; refused when it holds a database
  --seed N         seed (default 1); the same seed gives the same bytes of results.json and the CSV files
  --preset KEY     rules of the edition (default kipp-2022)

Files written
  results.json     counts of every stage and the full lists: rank, number, title, agency code, score
  top99.csv        one file for every list, named by its key (top45.csv and so on)
                   columns: rank, number, title, agency_code, agency, kind, province, group, category,
                   score, reads, tie_broken_by
                   score with two decimals; province a two-digit code; tie_broken_by empty where no
                   score was equal
  certificates/    one PDF for every certificate, named by its serial number (slashes become hyphens)
  timings.json     seconds and peak memory (MiB) of every stage; differs from run to run
  anugerah.db, files/, keys/   a complete data folder

To open the result in the site
  npx anugerah user create --data FOLDER --email YOU@agency.go.id --name "Name" --role auditor
  DATA_DIR=FOLDER npm start`,
    exists: "{file} exists; a season takes a new folder so that nothing is overwritten.",
    unknownPreset: "there is no preset {preset}; there are: {known}.",
    unfillable: "preset {preset} cannot run as a rehearsal yet: {faults}",
    outside: "preset {preset} scores the stage {stage} outside the system; that stage cannot be rehearsed yet.",
    stages: {
      setting: "Registry, rules, seats",
      drafts: "Drafts",
      submission: "Submission",
      screening: "Administrative screening",
      assignment: "Assignment",
      sheets: "Score sheets: {stage}",
      schedule: "Interview schedule",
      list: "List: {list}",
      certificates: "Certificates as PDF",
      results: "Result files",
    },
    done: "Done in {seconds} {seconds:second|seconds}, peak memory {memory} MiB. Results in {folder}.",
    list: "{list}: {count} {count:name|names}",
  },
  demo: { accounts: "Registry, archive, demo accounts" },
};
