import { fixed } from "#app/features/competitions/editing/controls/shapes/rules.ts";
import type { ControlOption } from "#app/features/competitions/editing/types.ts";

/** The 17 goals by number (UN General Assembly 70/1; the Indonesian names are those of Bappenas). */
export const goals: ControlOption[] = [
  fixed("1", "1. Tanpa kemiskinan", "1. No poverty"),
  fixed("2", "2. Tanpa kelaparan", "2. Zero hunger"),
  fixed("3", "3. Kehidupan sehat dan sejahtera", "3. Good health and well-being"),
  fixed("4", "4. Pendidikan berkualitas", "4. Quality education"),
  fixed("5", "5. Kesetaraan gender", "5. Gender equality"),
  fixed("6", "6. Air bersih dan sanitasi layak", "6. Clean water and sanitation"),
  fixed("7", "7. Energi bersih dan terjangkau", "7. Affordable and clean energy"),
  fixed("8", "8. Pekerjaan layak dan pertumbuhan ekonomi", "8. Decent work and economic growth"),
  fixed("9", "9. Industri, inovasi, dan infrastruktur", "9. Industry, innovation and infrastructure"),
  fixed("10", "10. Berkurangnya kesenjangan", "10. Reduced inequalities"),
  fixed("11", "11. Kota dan permukiman yang berkelanjutan", "11. Sustainable cities and communities"),
  fixed("12", "12. Konsumsi dan produksi yang bertanggung jawab", "12. Responsible consumption and production"),
  fixed("13", "13. Penanganan perubahan iklim", "13. Climate action"),
  fixed("14", "14. Ekosistem lautan", "14. Life below water"),
  fixed("15", "15. Ekosistem daratan", "15. Life on land"),
  fixed("16", "16. Perdamaian, keadilan, dan kelembagaan yang tangguh", "16. Peace, justice and strong institutions"),
  fixed("17", "17. Kemitraan untuk mencapai tujuan", "17. Partnerships for the goals"),
];
