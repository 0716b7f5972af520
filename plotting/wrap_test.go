package plotting

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

// letters measures text as if every letter were one point wide.
func letters(s string) vg.Length { return vg.Length(utf8.RuneCountInString(s)) }

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n ", nil},
		{"one", []string{"one"}},
		{"0123456789", []string{"0123456789"}},
		{"one two three", []string{"one two", "three"}},
		{"  many   spaces ", []string{"many", "spaces"}},
		{"a line\nand more", []string{"a line", "and more"}},
		{"a word of thousands of letters", []string{"a word of", "thousands", "of letters"}},
		{"unbreakablelongword in it", []string{"unbreakabl", "elongword", "in it"}},
		{"Türkiyetürkiye", []string{"Türkiyetür", "kiye"}},
	} {
		if diff := cmp.Diff(tc.want, wrap(tc.text, 10, letters)); diff != "" {
			t.Errorf("wrap(%q) (-want +got):\n%s", tc.text, diff)
		}
	}
}

// Lines of a title are of even length, and no more than they have to be.
func TestBalance(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"in one line", []string{"in one line"}},
		{"the gap closes in the year 2035", []string{"the gap closes", "in the year 2035"}},
		{"a sentence that takes three lines of twenty letters each", []string{"a sentence that", "takes three lines of", "twenty letters each"}},
		{"unbreakablelongwordsarebroken as they are", []string{"unbreakablelongwordsar", "ebroken as they are"}},
	} {
		if diff := cmp.Diff(tc.want, balance(tc.text, 22, letters)); diff != "" {
			t.Errorf("balance(%q) (-want +got):\n%s", tc.text, diff)
		}
	}
}

func TestWrapWithoutRoom(t *testing.T) {
	want := []string{"ü", "b", "c"}
	if diff := cmp.Diff(want, wrap("üb c", 0, letters)); diff != "" {
		t.Errorf("one letter a line (-want +got):\n%s", diff)
	}
}

func TestShorten(t *testing.T) {
	for _, tc := range []struct {
		text string
		room vg.Length
		want string
	}{
		{"Türkiye", 7, "Türkiye"},
		{"Türkiye", 5, "Türk…"},
		{"North Macedonia", 7, "North…"},
		{"Spain", 0, "…"},
	} {
		if got := shorten(tc.text, tc.room, letters); got != tc.want {
			t.Errorf("shorten(%q, %v) = %q, want %q", tc.text, tc.room, got, tc.want)
		}
	}
}

func TestFlow(t *testing.T) {
	for _, tc := range []struct {
		name  string
		texts []string
		room  vg.Length
		want  []keyPlace
		rows  int
	}{
		{"none", nil, 100, nil, 0},
		{"one row", []string{"abcd", "ef"}, 100, []keyPlace{{[]string{"abcd"}, 0, 0}, {[]string{"ef"}, 30, 0}}, 1},
		{"two rows", []string{"abcd", "ef"}, 40, []keyPlace{{[]string{"abcd"}, 0, 0}, {[]string{"ef"}, 0, 1}}, 2},
		{"a long entry has rows of its own", []string{"a", "abcdefgh ij", "b"}, 18,
			[]keyPlace{{[]string{"a"}, 0, 0}, {[]string{"abcdefgh", "ij"}, 0, 1}, {[]string{"b"}, 0, 3}}, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			places, rows := flow(tc.texts, keyMark, tc.room, letters)
			if diff := cmp.Diff(tc.want, places, cmp.AllowUnexported(keyPlace{})); diff != "" || rows != tc.rows {
				t.Errorf("%d rows, want %d (-want +got):\n%s", rows, tc.rows, diff)
			}
		})
	}
}
