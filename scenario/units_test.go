package scenario_test

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestPercentReadsAsTheLiteralFraction(t *testing.T) {
	if 2.5*scenario.Percent != 0.025 || 0.1*scenario.Percent != 0.001 {
		t.Error("a constant number of per cent is not the fraction it names")
	}
}

// FromPercent gives the float64 of the decimal fraction that a person would
// write, for every two-decimal number of per cent up to 10. Neither dividing by
// 100 nor multiplying by 0.01 does: the doc comment says about one in four is
// missed, counted here.
func TestFromPercentRoundsCorrectly(t *testing.T) {
	divided, multiplied, hundredth := 0, 0, parse(t, "0.01")
	for i := range 1001 {
		p := parse(t, fmt.Sprintf("%d.%02d", i/100, i%100))
		want := parse(t, fmt.Sprintf("%de-4", i))
		if got := scenario.FromPercent(p); got != want {
			t.Errorf("FromPercent(%v) = %v, want %v", p, got, want)
		}
		if p/100 != want {
			divided++
		}
		if p*hundredth != want {
			multiplied++
		}
	}
	equal(t, [2]int{divided, multiplied}, [2]int{266, 277})
}

func TestFromPercentOfWhatIsNoNumber(t *testing.T) {
	if v := scenario.FromPercent(math.NaN()); !math.IsNaN(v) {
		t.Errorf("FromPercent(NaN) = %v", v)
	}
	equal(t, scenario.FromPercent(math.Inf(-1)), math.Inf(-1))
}

func parse(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFormatShare(t *testing.T) {
	for _, test := range []struct {
		fraction float64
		want     string
	}{
		{0.02, "2%"},
		{0.025, "2.5%"},
		{0.0216, "2.16%"},
		{0.019949, "1.99%"}, // rounded to the second decimal
		{0.019951, "2%"},    // no trailing zeros
		{0, "0%"},
		{-0.000001, "0%"}, // not -0%
		{-0.015, "-1.5%"},
		{math.NaN(), "NaN%"},
	} {
		equal(t, scenario.FormatShare(test.fraction), test.want)
	}
}

func TestToPercentUndoesFromPercent(t *testing.T) {
	equal(t, scenario.ToPercent(scenario.FromPercent(2.16)), 2.16, near)
}
