package projection_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func simulate(t testing.TB, d *scenario.Dataset, s scenario.Scenario, o projection.Options) *projection.Ensemble {
	t.Helper()
	e, err := projection.Simulate(context.Background(), d, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// summary is everything that an ensemble has counted, as bytes.
func summary(t testing.TB, e *projection.Ensemble) []byte {
	t.Helper()
	data, err := e.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// uncertain is growth of 1.5% with shocks of 2 points.
var uncertain = scenario.AR1{Around: scenario.Constant(1.5 * scenario.Percent), SD: 2 * scenario.Percent, Rho: 0.4, Common: 0.4}

// Without any luck, every draw is the path of Run, bit for bit.
func TestSimulationWithoutLuckIsRun(t *testing.T) {
	certain := scenario.AR1{Around: scenario.Historic{Years: 8}}
	byDeadline := scenario.Target{Share: 3.5 * scenario.Percent, By: 2035}
	for name, s := range map[string]scenario.Scenario{
		"trend":    {Pledge: scenario.Target{Share: 3.5 * scenario.Percent}},
		"ramp":     {Pledge: byDeadline, Response: scenario.Ramp{Shape: scenario.BackLoaded}},
		"growth":   {Pledge: byDeadline, Response: scenario.Ramp{Shape: scenario.ConstantGrowth}},
		"shocked":  {Pledge: byDeadline, Response: scenario.Shocked{Response: scenario.Partial{Response: scenario.Ramp{}, Fraction: 0.7}}},
		"wavering": {Pledge: byDeadline, Response: scenario.Wavering{Keep: scenario.Capped{Response: scenario.Ramp{}, MaxGrowth: 0.1}, Chance: 1}},
		"slipped":  {Pledge: nato.Hague2025().Pledge, Response: scenario.Slipped{Response: scenario.Ramp{}, Chances: []float64{0, 0}}},
		"nothing":  {Response: scenario.Drift{}},
	} {
		s.Name, s.Growth = name, certain
		e := simulate(t, nato.Latest(), s, projection.Options{Base: 2026, Draws: 3})
		for _, code := range e.Codes() {
			want, err := e.Central().Share(code)
			if err != nil {
				t.Fatal(err)
			}
			for draw := range 3 {
				got, err := e.Draw(code, draw)
				if err != nil {
					t.Fatal(err)
				}
				if got.String() != want.String() { // %v prints floats so that they round-trip
					t.Fatalf("%s, %s, draw %d: %s, Run has %s", name, code, draw, got, want)
				}
			}
			reach, err := e.Central().Reach(code)
			if err != nil {
				t.Fatal(err)
			}
			year, ok := reach.Year()
			if got, gotOK, err := e.YearQuantile(code, 0.5); err != nil || got != year || gotOK != ok {
				t.Errorf("%s, %s: median year %d %v, Run has %v", name, code, got, gotOK, reach)
			}
		}
	}
}

// plain is a second implementation, draw by draw, with the library's random numbers
// but none of its blocks, masks or histograms.
type plain struct {
	first, at map[int]int // draws by year
	kept      int         // at the target from the deadline on
	shares    map[int][]float64
}

func plainly(d *scenario.Dataset, code string, draws, to int, seed uint64, eta, tau, target float64, deadline int) (plain, [][]bool) {
	m, _ := d.Member(code)
	base := d.LastActual()
	p := plain{first: map[int]int{}, at: map[int]int{}, shares: map[int][]float64{}}
	at := make([][]bool, draws)
	for i := range draws {
		streams := scenario.NewStreams(seed, i/scenario.BlockDraws, false).Of(code)
		lane := i % scenario.BlockDraws
		gdp, _ := m.GDP.At(base)
		money, _ := m.SpendingAt(base)
		x, reached, kept := 0.0, false, true
		at[i] = make([]bool, to-base)
		for k := range to - base {
			x = 0.4*x + 0.02*(math.Sqrt(0.4)*streams.Common().Normals("growth", k)[lane]+math.Sqrt(0.6)*streams.Normals("growth", k)[lane])
			money += money*eta + money*tau*streams.Normals("spending", k)[lane]
			gdp *= 1 + 0.015 + x
			year, share := base+1+k, money/gdp
			p.shares[year] = append(p.shares[year], share)
			at[i][k] = share >= target
			if at[i][k] {
				p.at[year]++
				if !reached {
					p.first[year]++
				}
				reached = true
			}
			kept = kept && (at[i][k] || year < deadline)
		}
		if kept {
			p.kept++
		}
	}
	return p, at
}

// Every count agrees with the plain implementation, and every quantile within what
// is promised.
func TestSimulateAgreesWithAPlainImplementation(t *testing.T) {
	const draws, to, eta, tau, target, deadline = 2*scenario.BlockDraws + 300, 2034, 0.04, 0.05, 0.025, 2031
	d, err := scenario.NewDataset("plain", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2024, 0.02), GDP: scenario.NewSeries(2024, 500)},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2024, 0.024), GDP: scenario.NewSeries(2024, 80)},
		scenario.Member{Code: "CCC", Share: scenario.NewSeries(2024, 0.012), GDP: scenario.NewSeries(2024, 80)})
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{
		Name: "plain", Pledge: scenario.Target{Share: target, By: deadline}, Growth: uncertain,
		Response: scenario.Shocked{Response: scenario.Budget{RealGrowth: eta}, SD: tau},
	}
	e := simulate(t, d, s, projection.Options{To: to, Draws: draws, Seed: 7})
	histograms := simulate(t, d, s, projection.Options{To: to, Draws: 3 * draws, Seed: 7})
	members := make([][]int, to-2024) // draws by year and number of members at the target
	for k := range members {
		members[k] = make([]int, 4)
	}
	var at [3][][]bool
	for i, code := range []string{"AAA", "BBB", "CCC"} {
		var p, three plain
		p, at[i] = plainly(d, code, draws, to, 7, eta, tau, target, deadline)
		three, _ = plainly(d, code, 3*draws, to, 7, eta, tau, target, deadline)
		sum := 0
		for year := 2025; year <= to; year++ {
			sum += p.first[year]
			chance, err := e.Chance(code, year)
			if err != nil {
				t.Fatal(err)
			}
			now, err := e.At(code, year)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := chance.Value, float64(sum)/draws; got != want {
				t.Errorf("%s: reached by %d in %v of draws, plainly %v", code, year, got, want)
			}
			if got, want := now.Value, float64(p.at[year])/draws; got != want {
				t.Errorf("%s: at the target in %d in %v of draws, plainly %v", code, year, got, want)
			}
			for _, q := range []float64{0.05, 0.5, 0.95, 1} {
				check := func(e *projection.Ensemble, shares []float64, tolerance float64) {
					slices.Sort(shares)
					want := shares[int(math.Ceil(q*float64(len(shares))))-1]
					series, err := e.Quantile(code, q)
					if err != nil {
						t.Fatal(err)
					}
					if got, _ := series.At(year); !(math.Abs(got-want) <= tolerance*want) {
						t.Errorf("%s, %d, quantile %v of %d draws: %v, plainly %v", code, year, q, len(shares), got, want)
					}
				}
				check(e, p.shares[year], 1e-12) // the plain sums round differently
				check(histograms, three.shares[year], projection.QuantileError)
			}
		}
		kept, err := e.Kept(code)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := kept.Value, float64(p.kept)/draws; got != want {
			t.Errorf("%s: kept in %v of draws, plainly %v", code, got, want)
		}
	}
	median, err := e.CountQuantile(0.5)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := median.Until(2024), e.Central().Count().Until(2024); got.Last() != 2024 || !cmp.Equal(slices.Collect(got.Observations()), slices.Collect(want.Observations())) {
		t.Errorf("before the base year there are %v members at their target, as published %v", got, want)
	}
	for k := range members {
		for i := range draws {
			n := 0
			for m := range at {
				if at[m][i][k] {
					n++
				}
			}
			members[k][n]++
		}
		got, err := e.Members(2025 + k)
		if err != nil {
			t.Fatal(err)
		}
		for n, want := range members[k] {
			if got[n].Value != float64(want)/draws {
				t.Errorf("%d: %d members in %v of draws, plainly %v", 2025+k, n, got[n].Value, float64(want)/draws)
			}
		}
		sum, plainly := 0, 0
		for sum += int(members[k][plainly]); 2*sum < draws; sum += int(members[k][plainly]) {
			plainly++
		}
		if n, ok := median.At(2025 + k); !ok || n != float64(plainly) {
			t.Errorf("%d: %v members in half of the draws, plainly %d", 2025+k, n, plainly)
		}
	}
	if !e.Exact() || histograms.Exact() {
		t.Error("2,348 draws are to be kept, 7,044 are not")
	}
}

// In the first year the chance has a closed form: share0 (1+h)/(1+g+sd z) >= target
// where z <= (share0 (1+h)/target - 1 - g)/sd. Over more years it is compared with
// an implementation that shares nothing with the library but the model, on the
// generator of math/rand/v2.
func TestChancesAgreeWithClosedFormAndOtherRandomNumbers(t *testing.T) {
	const draws = 200_000
	d := country(t, "AAA", "million", 2024, 0.0195, 100)
	s := scenario.Scenario{
		Name: "2%", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: uncertain,
		Response: scenario.Budget{RealGrowth: 0.03},
	}
	e := simulate(t, d, s, projection.Options{To: 2030, Draws: draws, Seed: 3})
	within := func(what string, got projection.Estimate, want, wantSE float64) {
		t.Helper()
		if z := (got.Value - want) / math.Hypot(got.StdErr, wantSE); !(math.Abs(z) < 4) { // 4 standard errors at a fixed seed
			t.Errorf("%s: %v, want %.4f: off by %.1f standard errors", what, got, want, z)
		}
	}
	chance, err := e.Chance("AAA", 2025)
	if err != nil {
		t.Fatal(err)
	}
	within("2025", chance, distuv.UnitNormal.CDF((0.0195*1.03/0.02-1-0.015)/0.02), 0)

	r := rand.New(rand.NewPCG(1, 2))
	reached := map[int]float64{}
	for range draws {
		share, x := 0.0195, 0.0
		for year := 2025; year <= 2030; year++ {
			x = 0.4*x + 0.02*r.NormFloat64()
			share *= 1.03 / (1.015 + x)
			if share >= 0.02 {
				for y := year; y <= 2030; y++ {
					reached[y] += 1.0 / draws
				}
				break
			}
		}
	}
	for year, want := range reached {
		chance, err := e.Chance("AAA", year)
		if err != nil {
			t.Fatal(err)
		}
		within(fmt.Sprint(year), chance, want, math.Sqrt(want*(1-want)/draws))
	}
}

// hidden is a rule of the caller's own: nothing is known of it but its method.
type hiddenResponse struct{ inner scenario.Response }

func (h hiddenResponse) Spend(v scenario.View, a scenario.Ask) float64 { return h.inner.Spend(v, a) }

type hiddenPledge struct{ inner scenario.Pledge }

func (h hiddenPledge) Ask(v scenario.View) scenario.Ask { return h.inner.Ask(v) }

// A rule that goes through the interface gives the same bits as one of this package
// that is worked out in rows.
func TestRulesOfTheCallersOwnGiveTheSameBits(t *testing.T) {
	for _, antithetic := range []bool{false, true} {
		s := scenario.Scenario{
			Name: "own", Pledge: nato.Hague2025().Pledge, Growth: uncertain,
			Response: scenario.Wavering{
				Keep:   scenario.Shocked{Response: scenario.Slipped{Response: scenario.Ramp{Pace: 0.001}, Chances: []float64{0.3, 0.2}}, SD: 0.04},
				Else:   scenario.Shocked{Response: scenario.UpTo{Response: scenario.Trend{}}, SD: 0.03},
				Chance: 0.6,
			},
		}
		own := s
		own.Pledge, own.Response = hiddenPledge{s.Pledge}, hiddenResponse{s.Response}
		o := projection.Options{Base: 2026, Draws: 6, Antithetic: antithetic, Members: []string{"DEU", "ESP", "POL"}}
		a, b := simulate(t, nato.Latest(), s, o), simulate(t, nato.Latest(), own, o)
		for _, code := range a.Codes() {
			for draw := range 6 {
				x, err := a.Draw(code, draw)
				if err != nil {
					t.Fatal(err)
				}
				y, err := b.Draw(code, draw)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(x.String(), y.String()); diff != "" {
					t.Fatalf("%s, draw %d: %s", code, draw, diff)
				}
			}
		}
	}
}
