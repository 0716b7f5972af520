package plotting

import (
	"math"
	"testing"

	"gonum.org/v1/plot"
)

// checkTicks refuses ticks that are not in order, not numbers, without a label, or
// more than were wanted.
func checkTicks(t *testing.T, ticks []plot.Tick, most int) {
	t.Helper()
	if len(ticks) > most {
		t.Errorf("%d ticks, want at most %d", len(ticks), most)
	}
	for i, tick := range ticks {
		if tick.Label == "" || math.IsNaN(tick.Value) || math.IsInf(tick.Value, 0) {
			t.Errorf("tick %d is %q at %v", i, tick.Label, tick.Value)
		}
		if i > 0 && !(tick.Value > ticks[i-1].Value) {
			t.Errorf("%q at %v follows %q at %v", tick.Label, tick.Value, ticks[i-1].Label, ticks[i-1].Value)
		}
		if i > 0 && tick.Label == ticks[i-1].Label {
			t.Errorf("%q stands twice, at %v and %v", tick.Label, ticks[i-1].Value, tick.Value)
		}
	}
}

// The ticks of any axis are in order, different, and no more than wanted.
func FuzzTicks(f *testing.F) {
	for _, axis := range [][2]float64{{2014, 2040}, {2022.2, 2022.8}, {0, 0.025}, {-0.01, 0.05}, {0, 0}, {0, 5e-324}, {-1e9, 1e9}, {1e9, 1e9}, {math.Inf(-1), 0}, {math.NaN(), 1}, {3, 2}} {
		for _, most := range []int{0, 1, 3, -7} {
			f.Add(axis[0], axis[1], most)
		}
	}
	f.Fuzz(func(t *testing.T, from, to float64, most int) {
		if most > 1000 {
			t.Skip("nobody wants so many")
		}
		checkTicks(t, YearTicks{Most: most}.Ticks(from, to), atMost(most, 8, 1))
		checkTicks(t, PercentTicks{Most: most}.Ticks(from, to), atMost(most, 6, 3))
		if isRange(from, to) && from >= 0 && to >= 1 {
			checkTicks(t, countTicks{most: most}.Ticks(from, math.Floor(to)), max(most, 2)+1)
		}
		if isRange(from, to) && to-from > 1e-9 { // as pace has them
			checkTicks(t, signedTicks{from: from, to: to, most: most}.Ticks(0, 0), max(most, 2)+1)
		}
	})
}
