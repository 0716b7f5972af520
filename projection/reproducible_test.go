package projection_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// uncertainHague is the pledge of The Hague with uncertain growth and follow-through.
func uncertainHague() scenario.Scenario {
	return scenario.Scenario{
		Name: "The Hague", Pledge: nato.Hague2025().Pledge, Growth: uncertain,
		Response: scenario.Shocked{Response: scenario.Partial{Response: scenario.Ramp{}, Fraction: 0.8}, SD: 4 * scenario.Percent},
	}
}

func TestSimulationIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	for name, o := range map[string]projection.Options{
		"plain":      {Draws: 5000},
		"kept":       {Draws: 3000, Keep: true},
		"antithetic": {Draws: 5000, Antithetic: true, Control: 2035, Spending: true},
		"until":      {Draws: 200_000, Until: projection.Until{Member: "DEU", Year: 2035, StdErr: 0.003}},
	} {
		o.Base, o.Seed = 2026, 11
		var want []byte
		for _, workers := range []int{1, 2, 8} {
			o.Workers = workers
			got := summary(t, simulate(t, nato.Latest(), uncertainHague(), o))
			if want == nil {
				want = got
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s: %d workers give another result than 1", name, workers)
			}
		}
	}
}

// answers are what is asked of one member of an ensemble, as printed.
func answers(t *testing.T, e *projection.Ensemble, code string, to int) []string {
	t.Helper()
	var all []string
	add := func(v interface{ String() string }, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v.String())
	}
	for year := 2026; year <= to; year++ {
		add(e.Chance(code, year))
		add(e.At(code, year))
	}
	for _, p := range []float64{0.05, 0.5, 0.95} {
		q, err := e.Quantile(code, p)
		add(q.Until(to), err)
	}
	return all
}

func TestSimulationOfASubsetIsPartOfTheWhole(t *testing.T) {
	o := projection.Options{Base: 2026, Draws: 5000, Seed: 5}
	whole := simulate(t, nato.Latest(), uncertainHague(), o)
	for _, members := range [][]string{{"DEU"}, {"POL", "DEU"}, {"Germany", "Poland", "Albania"}} {
		o.Members = members
		part := simulate(t, nato.Latest(), uncertainHague(), o)
		for _, code := range part.Codes() {
			if diff := cmp.Diff(answers(t, whole, code, 2040), answers(t, part, code, 2040)); diff != "" {
				t.Errorf("%v: %s differs from the whole alliance: %s", members, code, diff)
			}
		}
	}
}

// More draws and a later horizon extend what is there.
func TestSimulationExtends(t *testing.T) {
	o := projection.Options{Base: 2026, Draws: 1500, Seed: 5, Members: []string{"DEU", "ESP"}}
	short := simulate(t, nato.Latest(), uncertainHague(), o)
	longer := o
	longer.To = 2055
	far := simulate(t, nato.Latest(), uncertainHague(), longer)
	more := o
	more.Draws = 9000
	many := simulate(t, nato.Latest(), uncertainHague(), more)
	for _, code := range short.Codes() {
		if diff := cmp.Diff(answers(t, short, code, 2040), answers(t, far, code, 2040)); diff != "" {
			t.Errorf("%s changes with the horizon: %s", code, diff)
		}
		for _, draw := range []int{0, 1, 1023, 1024, 1499} {
			a, err := short.Draw(code, draw)
			if err != nil {
				t.Fatal(err)
			}
			b, err := many.Draw(code, draw)
			if err != nil {
				t.Fatal(err)
			}
			if a.String() != b.String() {
				t.Errorf("%s: draw %d changes with the number of draws", code, draw)
			}
		}
	}
}

// Two scenarios see the same economies: with growth alone random, a Budget and a
// Trend divide by the same GDP.
func TestScenariosSeeTheSameEconomies(t *testing.T) {
	a := scenario.Scenario{Name: "a", Pledge: scenario.Target{Share: 0.03}, Growth: uncertain, Response: scenario.Budget{RealGrowth: 0.02}}
	b := a
	b.Pledge, b.Response = scenario.Target{Share: 0.02, By: 2030}, scenario.Budget{RealGrowth: 0.05}
	o := projection.Options{Base: 2026, Draws: 4, Members: []string{"DEU"}}
	x, y := simulate(t, nato.Latest(), a, o), simulate(t, nato.Latest(), b, o)
	for draw := range 4 {
		p, _ := x.Draw("DEU", draw)
		q, _ := y.Draw("DEU", draw)
		ratio := 1.0
		for year := 2027; year <= 2040; year++ {
			ratio *= 1.05 / 1.02
			s, _ := p.At(year)
			u, _ := q.At(year)
			if d := u/s/ratio - 1; d > 1e-12 || d < -1e-12 {
				t.Errorf("draw %d, %d: shares %v and %v are not of the same GDP", draw, year, s, u)
			}
		}
	}
}

// Shards over random splits, merged in random order, are the single run.
func TestShardsMergeToTheSingleRun(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for name, o := range map[string]projection.Options{
		"plain":      {Draws: 7001},
		"control":    {Draws: 5001, Control: 2035},
		"small":      {Draws: 2500},
		"kept":       {Draws: 5000, Keep: true},
		"antithetic": {Draws: 6000, Antithetic: true, Control: 2035, Spending: true},
	} {
		o.Base, o.Seed, o.Members = 2026, 3, []string{"DEU", "ESP", "GRC", "POL"}
		want := summary(t, simulate(t, nato.Latest(), uncertainHague(), o))
		for range 4 {
			cuts := []int{0, o.Draws}
			for range 1 + r.IntN(4) {
				cut := 1 + r.IntN(o.Draws-1)
				if o.Antithetic {
					cut &^= 1 // between pairs
				}
				cuts = append(cuts, cut)
			}
			slices.Sort(cuts)
			cuts = slices.Compact(cuts)
			var shards []*projection.Ensemble
			for i := 1; i < len(cuts); i++ {
				part := o
				part.First, part.Draws = cuts[i-1], cuts[i]-cuts[i-1]
				shard, err := projection.Restore(nato.Latest(), uncertainHague(), summary(t, simulate(t, nato.Latest(), uncertainHague(), part)))
				if err != nil {
					t.Fatal(err)
				}
				shards = append(shards, shard)
			}
			r.Shuffle(len(shards), func(i, j int) { shards[i], shards[j] = shards[j], shards[i] })
			merged := shards[0]
			for len(shards) > 1 { // in a random tree, as a cluster would
				i := r.IntN(len(shards) - 1)
				m, err := projection.Merge(shards[i], shards[i+1])
				if err != nil {
					t.Fatal(err)
				}
				shards = slices.Replace(shards, i, i+2, m)
				merged = m
			}
			if !bytes.Equal(summary(t, merged), want) {
				t.Errorf("%s: shards cut at %v do not merge to the single run", name, cuts)
			}
		}
	}
}

// Cancelling comes back at once, with the error of the context, and leaves no
// goroutine behind.
func TestCancelling(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	o := projection.Options{Base: 2026, Draws: 100_000_000}
	o.Progress = func(int, int) { cancel() }
	e, err := projection.Simulate(ctx, nato.Latest(), uncertainHague(), o)
	if !errors.Is(err, context.Canceled) || e != nil {
		t.Errorf("a cancelled simulation gives %v, %v", e, err)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestProgressIsMonotoneAndEndsAtTotal(t *testing.T) {
	for name, o := range map[string]projection.Options{
		"plain": {Draws: 10_100, Workers: 4},
		"until": {Draws: 100_000, Workers: 4, Until: projection.Until{Member: "DEU", Year: 2035, StdErr: 0.01}},
	} {
		var seen []int
		total := 0
		o.Base = 2026
		o.Progress = func(done, all int) { seen, total = append(seen, done), all }
		simulate(t, nato.Latest(), uncertainHague(), o)
		if !slices.IsSorted(seen) || len(slices.Compact(slices.Clone(seen))) != len(seen) || total != o.Draws || seen[len(seen)-1] != total {
			t.Errorf("%s: progress %v of %d", name, seen, total)
		}
	}
}
