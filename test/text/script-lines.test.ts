import { describe, expect, test } from "vitest";
import { ALLOWED, breakOpportunities, EMERGENCY } from "../../src/text/breaks.js";
import { broken, STYLE, spec, testFonts, text } from "./support.js";

/** The text with a bar where a line may end, a broken bar where it may if nothing else fits. */
function marked(words: string, lang: string): string {
  const opportunities = breakOpportunities(words, lang);
  const units = Array.from({ length: words.length }, (_, index) => {
    const sign = opportunities[index] === ALLOWED ? "|" : opportunities[index] === EMERGENCY ? "¦" : "";
    return (index > 0 ? sign : "") + words.charAt(index);
  });
  return units.join("");
}

/** Compared by hand with the lines of Chromium 156 at the width of one letter. */
describe("lines may end", () => {
  test.each([
    ["Arabic", "ar", "ما |هو |الذكاء؟ |أداةٌ |تتعلّم، |وتكتب |(35 |دقيقة) |«نصًّا»."],
    ["Hebrew, and after its own hyphen", "he", 'כלי |שלומד |(35 |דקות) |"טקסט" |ע״י |דו־|שיח.'],
    ["Hindi", "hi", "कृत्रिम |बुद्धिमत्ता |क्या |है? |यह |सीखती |है। |(35 |मिनट)"],
    ["Bengali", "bn", "কৃত্রিম |বুদ্ধিমত্তা |কী? |এটি |শেখে।"],
    ["Tamil", "ta", "செயற்கை |நுண்ணறிவு |என்றால் |என்ன?"],
    ["Thai, between words, no sign of repetition first", "th", "ปัญญา|ประดิษฐ์|คือ|อะไร |(เช่น |ภาพถ่าย) |ต่างๆ"],
    ["Lao, between words", "lo", "ປັນຍາ|ປະດິດ|ແມ່ນ|ຫຍັງ"],
    ["Khmer, between words, no full stop first", "km", "វា|ជា|ឧបករណ៍|ដែល|រៀន។"],
    ["Burmese, between words, no full stop first", "my", "ဘာ|လဲ။"],
    [
      "Chinese, no mark that closes first, none that opens last",
      "zh",
      "它|通|过|例|子|（照|片、|句|子……）|学|习，|识|别|“图|像”，|写|《文|章》。|共|35|张|“卡”|片",
    ],
    ["Chinese in Taiwan", "zh-Hant-TW", "「人|工|智|慧」|是|什|麼？"],
    [
      "Japanese, no small letter nor long sign first",
      "ja",
      "「画|像」|を|見|て|しょ|う|か？|カー|ド|は|35|枚、|ティー|チャー…|（約|20|分）。",
    ],
    [
      "Korean, between words, inside them if nothing else fits",
      "ko",
      "인¦공¦지¦능¦이¦란 |무¦엇? |35¦장¦(약 |20¦분)¦이¦며 |AI¦를",
    ],
  ])("in %s", (_, lang, words) => {
    expect(marked(words.replace(/[|¦]/g, ""), lang)).toBe(words);
  });

  test("before a Latin quotation as everywhere, in a language that has other quotation marks", () => {
    expect(marked("le “mot” juste", "fr")).toBe("le |“mot” |juste");
  });
});

describe("lines of scripts that the font lacks are broken all the same", () => {
  test.each([
    ["zh", "人工智能 是什么"],
    ["ko", "인공지능 이란"],
  ])("%s: every character that is missing is told, none is drawn", async (lang, words) => {
    const fonts = await testFonts();
    const paragraph = fonts.text.prepare({ ...spec([text(words, { lang })]), strut: { ...STYLE, lang } });
    expect(paragraph.missing.map(({ character }) => character).join("")).toBe(words.replace(" ", ""));
    expect(broken(paragraph, 100).join("").trim()).toBe("");
  });
});
