import { describe, expect, it } from "vitest";
import { plainSigns, textOfClipboard } from "#app/components/pasted-text.ts";

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:\\F0B7;} --></style></head>
<body lang=IN><!--StartFragment-->
<p class=MsoNormal><b>Latar&nbsp;belakang</b><o:p></o:p></p>
<p class=MsoNormal>Warga pulau me&shy;nunggu obat
tiga hari.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Perahu <i>singgah</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><!--[endif]-->Gudang bersama<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Mendata</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2)<span>&nbsp;&nbsp; </span></span><![endif]>Mengirim</p>
<p class=MsoNormal>Hasilnya baik.</p>
<!--EndFragment--></body></html>`;

const libreOffice = `<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.6"/>
<style type="text/css">p { line-height: 115% }</style>
<p style="line-height: 100%">Alinea
pertama</p>
<ol>
	<li><p style="line-height: 100%">Satu</p>
	<li><p style="line-height: 100%">Dua</p>
	<ul>
		<li><p>Dalam</p></li>
	</ul>
</ol>
<p>Alinea kedua<br/>
baris kedua</p>`;

const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt">Judul</span></p><br /><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Butir satu</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Butir dua</span></p></li></ul><ol start="3"><li dir="ltr"><p><span>Ketiga</span></p></li></ol></b><br class="Apple-interchange-newline">`;

describe("what is pasted", () => {
  it("keeps paragraphs and lists of Word and drops fonts, comments and its own markup", () => {
    expect(textOfClipboard(word)).toBe(
      ["Latar belakang", "", "Warga pulau menunggu obat tiga hari.", "", "- Perahu singgah", "- Gudang bersama", "1. Mendata", "2. Mengirim", "", "Hasilnya baik."].join("\n"),
    );
  });

  it("keeps paragraphs, nested lists and line ends of LibreOffice", () => {
    expect(textOfClipboard(libreOffice)).toBe(["Alinea pertama", "", "1. Satu", "2. Dua", "  - Dalam", "", "Alinea kedua", "baris kedua"].join("\n"));
  });

  it("keeps paragraphs, lists and where they begin to count of Google Docs", () => {
    expect(textOfClipboard(googleDocs)).toBe(["Judul", "", "- Butir satu", "- Butir dua", "", "3. Ketiga"].join("\n"));
  });

  it("keeps the words of a web page's table and link, row by row, and no script", () => {
    const html = `<script>alert(1)</script><table><tr><td>Pulau</td><td>Jarak</td></tr><tr><td>Binongko</td><td>3 jam</td></tr></table><a href="https://x.go.id">tautan</a>`;
    expect(textOfClipboard(html)).toBe("Pulau Jarak\nBinongko 3 jam\n\ntautan");
  });

  it("reads entities as signs, and a lone sign of less as itself", () => {
    expect(textOfClipboard("<p>Waktu &lt; 3 jam &amp; 5 &#8805; 4 &#x2013; a < b</p>")).toBe("Waktu < 3 jam & 5 ≥ 4 – a < b");
  });

  it("has nothing to give for a picture alone", () => {
    expect(textOfClipboard(`<img src="file:///C:/x.png"><p class=MsoNormal><o:p>&nbsp;</o:p></p>`)).toBeNull();
  });

  it("makes typesetter's spaces plain and drops soft hyphens", () => {
    expect(plainSigns("a\u00A0b\u202Fc\u00ADd\u200Be")).toBe("a b cde");
  });
});
