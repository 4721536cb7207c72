package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// soundOf returns an approximate sound of folded words, so that the usual spellings of a
// foreign name agree: Qassem and Ghasem, Soleimani and Suleimani, Müller and Mueller. In
// long names all vowels are equal.
func soundOf(words []string) string {
	spelled := make([]string, len(words))
	consonants := 0
	for i, w := range words {
		spelled[i] = undoubled(spelling.Replace(w))
		consonants += len([]rune(withoutVowels(spelled[i])))
	}
	if consonants >= longName {
		for i, w := range spelled {
			spelled[i] = undoubled(oneVowel.Replace(w))
		}
	}
	slices.Sort(spelled)
	return strings.Join(spelled, " ")
}

// longName is the number of consonants that distinguish people without vowels.
const longName = 6

var oneVowel = strings.NewReplacer("i", "a", "u", "a")

func withoutVowels(word string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune("aiu", c) {
			return -1
		}
		return c
	}, word)
}

var spelling = strings.NewReplacer(
	"sch", "š", "sh", "š", "ch", "č", "kh", "h", "gh", "k", "ph", "f", "th", "t", "dh", "d", "ck", "k",
	"ou", "u", "oo", "u", "ue", "u", "oe", "u", "ae", "a", "ee", "i", "ei", "i", "ey", "i", "ay", "i", "ai", "i", "ie", "i",
	"q", "k", "c", "k", "x", "ks", "w", "u", "z", "s", "j", "i", "y", "i", "o", "u", "e", "i",
)

// undoubled replaces every run of a letter by one.
func undoubled(word string) string {
	var last rune
	return strings.Map(func(c rune) rune {
		if c == last {
			return -1
		}
		last = c
		return c
	}, word)
}

// skeletonOf returns the consonants of folded words in Latin letters, whatever their
// script, since Arabic and Hebrew write few vowels.
func skeletonOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.Is(unicode.Latin, first) {
			w = romanized(w)
		}
		b.WriteString(withoutVowels(undoubled(spelling.Replace(w))))
	}
	return undoubled(b.String())
}

func romanized(word string) string {
	var b strings.Builder
	for _, c := range word {
		if latin, known := roman[c]; known {
			b.WriteString(latin)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// roman maps folded letters to their usual Latin spelling. Letters that may be vowels
// count as vowels.
var roman = func() map[rune]string {
	m := map[rune]string{}
	for _, pairs := range []string{
		"ا a ب b پ p ت t ث s ج j چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق q ک k گ g ل l م m ن n و u ه h ی i",
		"א a ב b ג g ד d ה h ו u ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t",
		"а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ a ы y ь i э e ю yu я ya і i ї i є e ґ g",
		"α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o",
	} {
		words := strings.Fields(pairs)
		for i := 0; i < len(words); i += 2 {
			m[firstRune(words[i])] = words[i+1]
		}
	}
	return m
}()
