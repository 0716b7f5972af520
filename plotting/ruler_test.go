package plotting

import (
	"math"
	"sync"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
)

// A ruler measures what gonum/plot does, also from several goroutines and the
// second time.
func TestRuler(t *testing.T) {
	fonts := font.NewCache(liberation.Collection())
	plainly, r := text.Plain{Fonts: fonts}, newRuler(fonts)
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			for _, f := range []font.Font{
				{Typeface: "Liberation", Variant: "Sans", Size: 9.5},
				{Typeface: "Liberation", Variant: "Sans", Size: 14, Weight: bold},
				{Typeface: "Liberation", Variant: "Serif", Size: 9.5},
			} {
				for _, line := range []string{"", "a", "GDP. P.", "AVATAR To Türkiye 2.0%", "no\xffletter", "AVATAR"} {
					want, _, _ := plainly.Box(line, f)
					if got := r.width(f, line); math.Abs(float64(got-want)) > 1e-9 {
						t.Errorf("%q in %s is %v wide, want %v", line, f.Name(), got, want)
					}
				}
				if got, want := r.extents(f), plainly.Extents(f); got != want {
					t.Errorf("extents of %s: %v, want %v", f.Name(), got, want)
				}
			}
		}()
	}
	group.Wait()
}
