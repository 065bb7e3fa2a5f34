/** Conflicts of interest between a person and an entry or an agency. */
export const conflicts = {
  agency: {
    title: "Konflik dengan instansi",
    lead: "Nyatakan instansi yang tidak boleh Anda nilai, misalnya tempat Anda pernah bekerja atau membina. Proposalnya tidak dibagikan kepada Anda, dan yang sudah dibagikan dialihkan.",
    open: "Nyatakan konflik dengan instansi",
    agency: "Instansi",
    choose: "Cari instansi",
    openList: "Buka daftar instansi",
    noMatch: "Tidak ada instansi dengan nama itu.",
    reason: "Alasan",
    reasonHint: "Dibaca sekretariat edisi. Sedikitnya 10 huruf.",
    submit: "Nyatakan konflik",
    done: "Konflik kepentingan dicatat. Proposal yang dialihkan: {count}.",
    declared: "Sudah Anda nyatakan",
    declaredOn: "Dinyatakan {date}: {reason}",
  },
};

export const conflictsErrors = {
  alreadyDeclared: "Konflik ini sudah Anda nyatakan sebelumnya. Tidak ada yang perlu diulang.",
};
