package plotting

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestRanged(t *testing.T) {
	for _, tc := range []struct{ texts, want []string }{
		{nil, []string{}},
		{[]string{"DEU: trend over 6 years, 8 asked", "Nothing", "DEU: trend over 10 years, 8 asked"}, []string{"DEU: trend over 6–10 years, 8 asked", "Nothing", "DEU: trend over 6–10 years, 8 asked"}},
		{[]string{"shocks of 2.5 points", "shocks of 10 points", "shocks of 1,000 points"}, []string{"shocks of 2.5–1,000 points", "shocks of 2.5–1,000 points", "shocks of 2.5–1,000 points"}},
		{[]string{"fitted to 1980-1998", "fitted to 1980-1995"}, []string{"fitted to 1980-1995 to 1980-1998", "fitted to 1980-1995 to 1980-1998"}},
		{[]string{"fitted to 1985-1995", "fitted to 1980-1995"}, []string{"fitted to 1980-1995 to 1985-1995", "fitted to 1980-1995 to 1985-1995"}},
		{[]string{"a 1", "b 2"}, []string{"a 1", "b 2"}},
	} {
		if diff := cmp.Diff(tc.want, ranged(tc.texts)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tc.texts, diff)
		}
	}
}

func TestInYears(t *testing.T) {
	for want, years := range map[string][]int{
		"": nil, "2018": {2018}, "2018 and 2019": {2018, 2019}, "2018 to 2020": {2018, 2019, 2020},
		"1995 to 1998, 2001 and 2003 to 2005": {1995, 1996, 1997, 1998, 2001, 2003, 2004, 2005},
	} {
		if got := inYears(years); got != want {
			t.Errorf("%v is %q, want %q", years, got, want)
		}
	}
}

func TestEditionsInWords(t *testing.T) {
	for _, tc := range []struct{ editions, want []string }{
		{[]string{"nato-2019-06", "nato-2023-03"}, []string{"nato-2019-06", "nato-2023-03"}},
		{[]string{"a cut at 2018"}, []string{"a cut at 2018"}},
		{[]string{"a cut at 2018", "b", "a cut at 2016", "a cut at 2017", "a cut at 2018"}, []string{"a cut at 2016 to 2018", "b"}},
		{[]string{"a cut at 2016", "a", "a cut at 2018"}, []string{"a, whole and cut at 2016 and 2018"}},
		{[]string{"a cut at random"}, []string{"a cut at random"}},
	} {
		if diff := cmp.Diff(tc.want, editionsInWords(tc.editions)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tc.editions, diff)
		}
	}
}

// origins24 are simulations of one scenario from 24 base years, each fitted to what was
// known then.
func origins24(t testing.TB) (*scenario.Dataset, []*projection.Ensemble) {
	t.Helper()
	var ms []scenario.Member
	for i, code := range []string{"DEU", "EST", "FRA"} {
		var shares []float64
		for k := range 30 {
			shares = append(shares, 1+0.3*float64(i)+0.1*float64((i+k*k)%7))
		}
		ms = append(ms, country(code, "Member "+code, shares...))
	}
	d := dataset(t, "test-2048", ms...)
	d.Notes = []string{"Figures of a long record."}
	var es []*projection.Ensemble
	for base := 2022; base <= 2045; base++ {
		then, err := d.AsOf(base)
		if err != nil {
			t.Fatal(err)
		}
		s := plan("Fitted", openTarget, scenario.Shocked{Response: scenario.Trend{Years: 25}, SD: float64(base-2000) * scenario.Percent / 10})
		s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: float64(base-2010) * scenario.Percent / 10, Fitted: fmt.Sprintf("2018-%d", base)}
		e, err := projection.Simulate(context.Background(), then, s, projection.Options{Base: base, To: base + 5, Draws: 20, Seed: uint64(base)})
		if err != nil {
			t.Fatal(err)
		}
		es = append(es, e)
	}
	return d, es
}

// Many base years are said in one sentence each, with the ranges of what differs
// between them. Figures end in 2047: 21 origins have five years after them, the others
// four, three and two, which are 114 years of three members.
func TestCalibrationOfManyOrigins(t *testing.T) {
	d, es := origins24(t)
	c, err := projection.Cover(d, es...)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Calibration(c)
	if err != nil {
		t.Fatal(err)
	}
	want := "Note: An outcome is the share of one member in one year, by edition test-2048: 342 in all." +
		" Outcomes hang together over members and years, and say less than as many separate trials." +
		" GDP grows 0% a year, with normal shocks fitted to 2018-2022 to 2018-2045 of 1.2–3.5 percentage points a year (standard deviation), 0% of a deviation left a year later, 0% of their variance common to all." +
		" Spending goes on growing, in the prices of the data set, at its mean rate of the last 25 years; in simulations spending misses that by 2.2–4.5% of the year before (standard deviation)." +
		" Simulated from 24 base years, 2022 to 2045, with 20 draws, seeds 2022–2045." +
		" Member DEU, Member EST and Member FRA: trend over 4–24 years, 25 asked." +
		" Figures of a long record."
	if diff := cmp.Diff(want, f.Note); diff != "" {
		t.Errorf("note (-want +got):\n%s", diff)
	}
	if want := "Source: NATO, Defence Expenditure (2018-2022), edition test-2048, whole and cut at 2022 to 2045; projection: pledgesim"; f.Source != want {
		t.Errorf("source %q, want %q", f.Source, want)
	}
	if len(f.editions) != 25 || strings.Count(f.seed, ",") != 23 {
		t.Errorf("the file names %d editions and the seeds %q", len(f.editions), f.seed)
	}
	checkSturdy(t, "24 origins", f)
}

// A few scenarios are each said as they are.
func TestFewScenariosKeepTheirNumbers(t *testing.T) {
	var rs []*projection.Result
	for i := range maxScenarios {
		s := plan(fmt.Sprint("scenario ", i), openTarget, scenario.Hold{})
		s.Growth = scenario.Constant(float64(i) * scenario.Percent)
		rs = append(rs, run(t, sample(t), s, projection.Options{}))
	}
	if said := assumptions(rs); said[3] != "“scenario 3”: GDP grows 3% a year" {
		t.Errorf("assumptions %q", said)
	}
}
