package spelling_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/scenario/internal/spelling"
)

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"", "abc", 3}, {"abc", "", 3},
		{"kitten", "sitting", 3}, // the textbook example: two substitutions, one insertion
		{"titel", "title", 1}, {"ca", "ac", 1},
		{"ca", "abc", 3}, // an exchange, and an insertion into it, would be 2
	} {
		if got := spelling.Edits(test.a, test.b); got != test.want {
			t.Errorf("Edits(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestSuggest(t *testing.T) {
	keys := []string{"kind", "share_percent", "from", "by"}
	for _, test := range []struct{ word, want string }{
		{"frmo", "did you mean from?"},
		{"FROM", "did you mean from?"},
		{"share", "did you mean share_percent?"},
		{"share_fraction", "did you mean share_percent?"},
		{"until", "known are kind, share_percent, from, by"},
		{"", "known are kind, share_percent, from, by"},
	} {
		if got := spelling.Suggest(test.word, keys); got != test.want {
			t.Errorf("Suggest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
	if got := spelling.Suggest("a", nil); got != "there are none" {
		t.Error(got)
	}
}
