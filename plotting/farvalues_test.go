package plotting

import (
	"math"
	"testing"
)

func TestSignedTicks(t *testing.T) {
	for _, tc := range []struct {
		ticks signedTicks
		want  string
	}{
		{signedTicks{from: -0.1, to: 0.2, most: 4}, "−0.1 0 +0.1 +0.2"},
		{signedTicks{from: 0, to: 0.28, most: 7}, "0 +0.05 +0.10 +0.15 +0.20 +0.25"},
		{signedTicks{from: -3, to: 0, most: 4}, "−3 −2 −1 0"},
	} {
		if got := tickLabels(tc.ticks.Ticks(0, 0)); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.ticks, got, tc.want)
		}
	}
}

// A range is widened by as much of the axis as the sides take of the panel.
func TestWidened(t *testing.T) {
	if from, to := widened(0, 2, 100, 20, 40); from != -1 || to != 4 { // 40 points for 2, 0.05 a point
		t.Errorf("%v to %v, want -1 to 4", from, to)
	}
}

func TestBulk(t *testing.T) {
	nan := math.NaN()
	for _, tc := range []struct {
		name      string
		values    []float64
		low, high float64
	}{
		{"none", []float64{nan}, 0, 0},
		{"one", []float64{3}, 0, 3},
		{"all alike", []float64{2, 2, 2, 2}, 0, 2},
		// Quartiles 1 and 2 or so: 9 lies more than three times their distance out.
		{"far above", []float64{1, 1, 1, 2, 2, 2, 9, nan}, 0, 2},
		{"far below", []float64{1, 1, 1, 1, 2, 2, 2, 2, -9}, 0, 2},
		{"not far enough to be worth it", []float64{1, 1, 1, 1, 1, 1, 1.9}, 0, 1.9},
	} {
		if low, high := bulk(tc.values); low != tc.low || high != tc.high {
			t.Errorf("%s: %v to %v, want %v to %v", tc.name, low, high, tc.low, tc.high)
		}
	}
}
