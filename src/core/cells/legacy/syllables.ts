/**
 * What a Vietnamese syllable can look like: onset + rime + tone. Only as evidence for or against a legacy encoding:
 * a reading whose words could be Vietnamese beats one whose words could not.
 * Source: the orthography as taught (QĐ 1989/QĐ-BGDĐT for i/y and the place of the tone); tone placement is not judged.
 */

const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

/** Rimes without tone, by their last sound. A rime that ends in c, ch, p or t takes only the tones sắc and nặng. */
const RIMES = new Set(
  (
    'a e ê i o ô ơ u ư y ia ua ưa uya oa oe uê uơ uy ya ' +
    'ai ao au ay âu ây eo êu iu iêu oi ôi ơi ui ưi ưu uôi ươi ươu oai oao oay oeo uây uyu yêu uyêu uêu oau ' +
    'am ăm âm em êm im om ôm ơm um iêm uôm ươm oam oăm yêm ưm uym ' +
    'an ăn ân en ên in on ôn ơn un iên uôn ươn oan oăn oen uân uên uyên uyn yên ưn ' +
    'ang ăng âng eng êng ong ông ung ưng iêng uông ương oang oăng uâng oong yêng ôông ' +
    'anh ênh inh oanh uênh uynh ' +
    'ac ăc âc ec oc ôc uc ưc iêc uôc ươc oac oăc ooc uâc ' +
    'ach êch ich oach uêch uych ' +
    'ap ăp âp ep êp ip op ôp ơp up iêp ươp oap oăp uyp uôp yêp ' +
    'at ăt ât et êt it ot ôt ơt ut ưt iêt uôt ươt oat oăt oet uât uêt uyt uyêt yêt'
  ).split(' '),
);

/** Rimes that appear only where a converter lost an ư: "đợc" for "được", "trờng" for "trường". No proof, no refutation. */
const RIMES_WITHOUT_LOST_LETTER = new Set(['ơc', 'ơng', 'ơu']);

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const STOPPED_TONES = '\u0301\u0323';

export type SyllableJudgement = 'possible' | 'damaged' | 'impossible';

/** Judges one word, composed (NFC) and in any case: could it be a Vietnamese syllable, or one that lost its ư? */
export function judgeSyllable(word: string): SyllableJudgement {
  if (word.length === 0 || word.length > 8) return 'impossible';
  let tone = '';
  let letters = '';
  let base = '';
  for (const mark of word.toLowerCase().normalize('NFD')) {
    if (/\p{L}/u.test(mark)) base = mark;
    if (!TONES.includes(mark)) letters += mark;
    // A tone stands on a vowel: "ñ" is no letter of Vietnamese, but what VNI makes of đ.
    else if (tone === '' && /[aeiouy]/.test(base)) tone = mark;
    else return 'impossible';
  }
  const plain = letters.normalize('NFC');
  let best: SyllableJudgement = 'impossible';
  for (let length = Math.min(3, plain.length - 1); length >= 0; length -= 1) {
    const onset = plain.slice(0, length);
    const rime = plain.slice(length);
    if (!ONSETS.has(onset) || !spellsTogether(onset, rime)) continue;
    if (RIMES.has(rime)) {
      if (!/(?:c|ch|p|t)$/.test(rime) || STOPPED_TONES.includes(tone)) {
        if (tone !== '' || !/(?:c|ch|p|t)$/.test(rime)) return 'possible';
      }
    } else if (RIMES_WITHOUT_LOST_LETTER.has(rime)) best = 'damaged';
  }
  return best;
}

/** k, gh and ngh stand before e, ê, i, y; c, g and ng before the others; gi keeps its vowel when nothing follows. */
function spellsTogether(onset: string, rime: string): boolean {
  const front = /^[eêiy]/.test(rime);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front || rime.startsWith('i');
  return true;
}
