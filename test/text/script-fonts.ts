/** A font and a few real sentences for each script that a kit may be translated into. */
import { fileURLToPath } from "node:url";
import { type FontFace, type FontStore, fontStore, loadShaper, paragraphs, type Shaper } from "../../src/text/index.js";
import { fontBytes } from "./support.js";

export interface ScriptSample {
  readonly lang: string;
  /** ISO 15924. */
  readonly script: string;
  readonly rtl: boolean;
  readonly family: string;
  readonly file: string;
  readonly sentences: readonly string[];
}

const noto = (name: string): string => `noto-sans-${name.toLowerCase()}/400Regular/NotoSans${name}_400Regular.ttf`;

const PLEX = "ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf";

export const SAMPLES: readonly ScriptSample[] = [
  {
    lang: "ar",
    script: "Arab",
    rtl: true,
    family: "Plex",
    file: PLEX,
    sentences: [
      "يقرأ كلٌّ بطاقته بصوت عالٍ، ثم تقرّر المجموعة معًا.",
      "الذكاء الاصطناعي أداةٌ تتعلّم من أمثلةٍ كثيرة.",
      "مُحَمَّدٌ وَالْقِرَاءَةُ وَأَسْئِلَةٌ لا تنتهي",
    ],
  },
  {
    lang: "fa",
    script: "Arab",
    rtl: true,
    family: "Plex",
    file: PLEX,
    sentences: ["هوش مصنوعی چیست و چگونه می‌آموزد؟", "پرسش‌ها را با گروه خود بخوانید."],
  },
  {
    lang: "ur",
    script: "Arab",
    rtl: true,
    family: "Plex",
    file: PLEX,
    sentences: ["مصنوعی ذہانت کیا ہے اور یہ کیسے سیکھتی ہے؟"],
  },
  {
    lang: "ar",
    script: "Arab",
    rtl: true,
    family: "Cairo",
    file: "cairo/700Bold/Cairo_700Bold.ttf",
    sentences: ["صورة، لكن من التقطها؟", "لماذا نتحاور حول الآلات؟"],
  },
  {
    lang: "he",
    script: "Hebr",
    rtl: true,
    family: "Hebrew",
    file: noto("Hebrew"),
    sentences: ["בינה מלאכותית היא כלי שלומד מדוגמאות.", "בְּרֵאשִׁית בָּרָא אֱלֹהִים"],
  },
  {
    lang: "hi",
    script: "Deva",
    rtl: false,
    family: "Devanagari",
    file: noto("Devanagari"),
    sentences: ["कृत्रिम बुद्धिमत्ता क्या है और वह कैसे सीखती है?", "विद्यार्थी ज्ञान, क्षेत्र, त्रिकोण और स्त्री", "र्क्ष ट्ट्य हिन्दी"],
  },
  {
    lang: "bn",
    script: "Beng",
    rtl: false,
    family: "Bengali",
    file: noto("Bengali"),
    sentences: ["কৃত্রিম বুদ্ধিমত্তা কী এবং তা কীভাবে শেখে?", "স্বাস্থ্য, প্রশ্ন, বিজ্ঞান, কর্ম ও পরীক্ষা"],
  },
  {
    lang: "ta",
    script: "Taml",
    rtl: false,
    family: "Tamil",
    file: noto("Tamil"),
    sentences: ["செயற்கை நுண்ணறிவு என்றால் என்ன?", "கேள்விகள், கொள்கை, ஸ்ரீ, க்ஷமை, சௌகரியம்"],
  },
  {
    lang: "th",
    script: "Thai",
    rtl: false,
    family: "Thai",
    file: noto("Thai"),
    sentences: ["ปัญญาประดิษฐ์คืออะไร", "น้ำ ที่ปู่ ญี่ปุ่น กำลังฝึก ผู้เล่นทุกคน"],
  },
  {
    lang: "km",
    script: "Khmr",
    rtl: false,
    family: "Khmer",
    file: noto("Khmer"),
    sentences: ["បញ្ញាសិប្បនិម្មិតគឺជាអ្វី", "ខ្ញុំរៀនភាសាខ្មែរ ស្ត្រី កន្ត្រៃ"],
  },
  {
    lang: "zh",
    script: "Hani",
    rtl: false,
    family: "Chinois",
    file: "zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf",
    sentences: ["人工智能是什么？它怎样学习？", "大家一起讨论，“机器”能创作吗？"],
  },
  {
    lang: "ja",
    script: "Jpan",
    rtl: false,
    family: "Japonais",
    file: "yusei-magic/400Regular/YuseiMagic_400Regular.ttf",
    sentences: ["人工知能とは何ですか。どうやって学ぶのでしょうか。", "カードを一枚引いて、みんなで話しましょう。"],
  },
  {
    lang: "ko",
    script: "Hang",
    rtl: false,
    family: "Coréen",
    file: "gugi/Gugi_400Regular.ttf",
    sentences: ["인공지능이란 무엇인가요? 어떻게 배우나요?", "카드를 한 장 뽑아 함께 이야기해 봅시다."],
  },
];

export const fontPath = (file: string): string =>
  fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${file}`, import.meta.url));

export interface ScriptFonts {
  readonly shaper: Shaper;
  readonly face: (file: string) => FontFace;
  readonly store: FontStore;
  readonly text: ReturnType<typeof paragraphs>;
}

/** All of them opened, Atkinson as the family of Latin words. */
export async function scriptFonts(): Promise<ScriptFonts> {
  const shaper = await loadShaper();
  const faces = new Map<string, FontFace>();
  const open = (file: string, family: string): void => {
    if (!faces.has(file))
      faces.set(file, shaper.openFace({ bytes: fontBytes(file), family, weight: 400, italic: false }));
  };
  for (const { file, family } of SAMPLES) open(file, family);
  open("atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf", "Atkinson");
  const store = fontStore([...faces.values()], { fallback: [] });
  return { shaper, face: (file) => faces.get(file)!, store, text: paragraphs(store, shaper) };
}
