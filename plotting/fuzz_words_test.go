package plotting

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

// Text that is broken into lines loses no letter, and no line is wider than the
// room unless it is one letter.
func FuzzWrap(f *testing.F) {
	for _, text := range []string{"", " \n ", "one two three", "Türkiye Česko Łódź", "a\n\nb", strings.Repeat("W", 300), "\xff\xfe", "e\u0301\u0301", "a\u00a0b\u2028c"} {
		f.Add(text, 7.0)
		f.Add(text, 0.0)
	}
	width := func(s string) vg.Length { return vg.Length(utf8.RuneCountInString(s)) }
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	f.Fuzz(func(t *testing.T, text string, room float64) {
		if len(text) > 2000 || !utf8.ValidString(text) {
			t.Skip()
		}
		for name, lines := range map[string][]string{"wrap": wrap(text, vg.Length(room), width), "balance": balance(text, vg.Length(room), width)} {
			if got, want := letters(strings.Join(lines, "")), letters(text); got != want {
				t.Errorf("%s(%q, %v) gives %q", name, text, room, lines)
			}
			for _, line := range lines {
				if width(line) > max(vg.Length(room), 1) {
					t.Errorf("%s(%q, %v): line %q is too wide", name, text, room, line)
				}
			}
		}
		if w, b := wrap(text, vg.Length(room), width), balance(text, vg.Length(room), width); len(b) > len(w) {
			t.Errorf("balance(%q, %v) takes %d lines, wrap %d", text, room, len(b), len(w))
		}
		if short := shorten(text, vg.Length(room), width); width(short) > max(vg.Length(room), 1) {
			t.Errorf("shorten(%q, %v) = %q", text, room, short)
		}
	})
}

// A printed number reads as the number it was, rounded, and 0 has no sign.
func FuzzNumbers(f *testing.F) {
	for _, v := range []float64{0, -0.0001, 0.005, -0.994999, 0.995, 9.95, 999.5, 999999.5, -1234567.89, 1e15} {
		f.Add(v, 2)
		f.Add(v, 0)
	}
	f.Fuzz(func(t *testing.T, v float64, decimals int) {
		if !(math.Abs(v) <= 1e15) || decimals < 0 || decimals > 6 {
			t.Skip()
		}
		plain := strings.NewReplacer(",", "", "−", "-", "+", "")
		check := func(text string, off float64) {
			t.Helper()
			got, err := strconv.ParseFloat(plain.Replace(text), 64)
			if err != nil || math.Abs(got-v) > off*(1+1e-9)+1e-9*math.Abs(v) {
				t.Errorf("%v is printed %q", v, text)
			}
			if got == 0 && strings.ContainsAny(text, "+-−") {
				t.Errorf("%v is printed %q: 0 has no sign", v, text)
			}
		}
		half := 0.5 * math.Pow10(-decimals)
		check(number(v, decimals), half)
		check(signed(v, decimals), half)
		m := moneyOf("USD million, 2015 prices", v)
		if text := m.number(v); m.size > 0 {
			plain, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(text), 64)
			if err != nil || math.Abs(plain*m.size-v) > m.size*max(0.0051, 0.051*math.Abs(v/m.size)) {
				t.Errorf("USD %v million is printed %q in %v", v, text, m)
			}
		}
	})
}
