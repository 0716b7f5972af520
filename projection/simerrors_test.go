package projection_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// badRandom is a growth path of the caller's own that draws what is no rate.
type badRandom struct{ scenario.AR1 }

func (badRandom) Sampler(*scenario.Member, int, int, *scenario.Streams) (func([]float64, int), error) {
	return func(dst []float64, k int) {
		clear(dst)
		if k == 2 {
			dst[1] = math.NaN()
		}
	}, nil
}

// noSampler is a growth path of the caller's own that forgets its function.
type noSampler struct{ scenario.AR1 }

func (noSampler) Sampler(*scenario.Member, int, int, *scenario.Streams) (func([]float64, int), error) {
	return nil, nil
}

// inPerCent is one that gives 2 where 0.02 is meant.
type inPerCent struct{ scenario.AR1 }

func (inPerCent) Sampler(*scenario.Member, int, int, *scenario.Streams) (func([]float64, int), error) {
	return func(dst []float64, _ int) {
		for i := range dst {
			dst[i] = 2
		}
	}, nil
}

// unlucky is a response that fails in simulations only.
type unlucky struct{}

func (unlucky) Spend(v scenario.View, _ scenario.Ask) float64 {
	before, _ := v.Spending(v.Year - 1)
	return before * (1 + v.Normal("own")) // falls below zero now and then
}

func TestSimulateRefuses(t *testing.T) {
	good := uncertainHague()
	for name, c := range map[string]struct {
		change func(*scenario.Scenario, *projection.Options)
		is     error
		want   string
	}{
		"negative draws": {func(_ *scenario.Scenario, o *projection.Options) { o.Draws = -1 }, scenario.ErrInvalid, "Options.Draws = -1 is not a number of draws"},
		"absurd draws":   {func(_ *scenario.Scenario, o *projection.Options) { o.Draws = 2_000_000_000 }, scenario.ErrInvalid, "can be done in parts"},
		"negative first": {func(_ *scenario.Scenario, o *projection.Options) { o.First = -5 }, scenario.ErrInvalid, "Options.First = -5"},
		"workers":        {func(_ *scenario.Scenario, o *projection.Options) { o.Workers = -2 }, scenario.ErrInvalid, "Options.Workers = -2 is negative"},
		"odd pairs":      {func(_ *scenario.Scenario, o *projection.Options) { o.Antithetic, o.Draws = true, 999 }, scenario.ErrInvalid, "must be even"},
		"control":        {func(_ *scenario.Scenario, o *projection.Options) { o.Control = 2026 }, scenario.ErrInvalid, "Options.Control = 2026 is not a projected year, 2027 to 2040"},
		"until year":     {func(_ *scenario.Scenario, o *projection.Options) { o.Until = projection.Until{StdErr: 0.01} }, scenario.ErrInvalid, "Options.Until.Year = 0"},
		"until error":    {func(_ *scenario.Scenario, o *projection.Options) { o.Until = projection.Until{Year: 2030} }, scenario.ErrUnit, "Options.Until.StdErr = 0"},
		"until member": {func(_ *scenario.Scenario, o *projection.Options) {
			o.Until = projection.Until{Year: 2030, StdErr: 0.1, Member: "Germny"}
		}, scenario.ErrUnknownMember, "did you mean DEU"},
		"not random": {func(s *scenario.Scenario, _ *projection.Options) { s.Growth = scenario.Constant(0.01) }, scenario.ErrNotRandom, "has no random draws: put it into scenario.AR1"},
		"not random deep": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = scenario.Shift{Path: scenario.Historic{}}
		}, scenario.ErrNotRandom, "scenario.AR1"},
		"negative sd": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: -0.02}
		}, scenario.ErrUnit, "Growth.SD = -0.02 is not a standard deviation"},
		"sd NaN": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: math.NaN()}
		}, scenario.ErrUnit, "Growth.SD = NaN"},
		"sd in per cent": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: 2}
		}, scenario.ErrUnit, "did you mean 2*scenario.Percent?"},
		"no path": {func(s *scenario.Scenario, _ *projection.Options) { s.Growth = scenario.AR1{SD: 0.02} }, scenario.ErrInvalid, "Growth.Around is nil"},
		"in per cent": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = inPerCent{scenario.AR1{Around: scenario.Constant(0)}}
		}, scenario.ErrUnit, "Growth = 2 and all other draws lie outside"},
		"no sampler": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = noSampler{scenario.AR1{Around: scenario.Constant(0)}}
		}, scenario.ErrInvalid, "gives no function from Sampler"},
		"keep too much": {func(_ *scenario.Scenario, o *projection.Options) { o.Keep, o.Draws = true, 1_000_000_000 }, scenario.ErrInvalid, "takes room for 434000000000 shares"},
		"draws no rate": {func(s *scenario.Scenario, _ *projection.Options) {
			s.Growth = badRandom{scenario.AR1{Around: scenario.Constant(0)}}
		}, scenario.ErrInvalid, "draw 1: scenario \"The Hague\", ALB, 2029: Growth = NaN is not a rate"},
		"no money": {func(s *scenario.Scenario, _ *projection.Options) { s.Response = unlucky{} }, scenario.ErrInvalid, "Response (projection_test.unlucky)"},
	} {
		s, o := good, projection.Options{Base: 2026}
		c.change(&s, &o)
		e, err := projection.Simulate(context.Background(), nato.Latest(), s, o)
		if e != nil || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %v that says %q", name, err, c.is, c.want)
		}
	}
	if _, err := projection.Simulate(context.Background(), nil, good, projection.Options{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("no data set: %v", err)
	}
	var none context.Context
	if _, err := projection.Simulate(none, nato.Latest(), good, projection.Options{}); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "context.Background()") {
		t.Errorf("no context: %v", err)
	}
}

// Several workers that fail report the same fault: that of the first block.
func TestFaultsDoNotDependOnWorkers(t *testing.T) {
	s := uncertainHague()
	s.Response = unlucky{}
	want := ""
	for _, workers := range []int{1, 2, 8} {
		_, err := projection.Simulate(context.Background(), nato.Latest(), s, projection.Options{Base: 2026, Draws: 20_000, Workers: workers})
		if err == nil {
			t.Fatal("no error")
		}
		if want == "" {
			want = err.Error()
		}
		if err.Error() != want {
			t.Errorf("%d workers: %v, 1 says %v", workers, err, want)
		}
	}
}

func TestEnsembleRefuses(t *testing.T) {
	e := simulate(t, nato.Latest(), uncertainHague(), projection.Options{Base: 2026, Draws: 10, Members: []string{"DEU", "POL"}})
	open := uncertainHague()
	open.Pledge, open.Response = scenario.Target{Share: 0.035}, scenario.Hold{}
	guideline := simulate(t, nato.Latest(), open, projection.Options{Base: 2026, Draws: 10})
	for name, c := range map[string]struct {
		ask  func() error
		is   error
		want string
	}{
		"unknown member": {func() error { _, err := e.Chance("FRA", 2030); return err }, scenario.ErrUnknownMember, "not part of the run"},
		"year before":    {func() error { _, err := e.Chance("DEU", 2020); return err }, scenario.ErrInvalid, "year = 2020 is not in the simulation, 2026 to 2040"},
		"year after":     {func() error { _, err := e.At("DEU", 2041); return err }, scenario.ErrInvalid, "2041"},
		"part 0":         {func() error { _, err := e.Quantile("DEU", 0); return err }, scenario.ErrInvalid, "p = 0 is not a part of the draws"},
		"part in %":      {func() error { _, _, err := e.YearQuantile("DEU", 50); return err }, scenario.ErrInvalid, "p = 50"},
		"part of counts": {func() error { _, err := e.CountQuantile(1.5); return err }, scenario.ErrInvalid, "p = 1.5"},
		"counts of none": {func() error { _, err := new(projection.Ensemble).CountQuantile(0.5); return err }, scenario.ErrInvalid, "make it with Simulate"},
		"part NaN":       {func() error { _, err := e.MembersQuantile(2030, math.NaN()); return err }, scenario.ErrInvalid, "p = NaN"},
		"draw":           {func() error { _, err := e.Draw("DEU", 10); return err }, scenario.ErrInvalid, "draw = 10 is not a draw of the simulation: 10 draws, seed 0"},
		"spending":       {func() error { _, err := e.SpendingQuantile("DEU", 0.5); return err }, scenario.ErrMissing, "Options.Spending is not set"},
		"members":        {func() error { _, err := e.AtLeast(3, 2030); return err }, scenario.ErrInvalid, "n = 3 is not a number of members from 0 to 2"},
		"no deadline":    {func() error { _, err := guideline.Kept("DEU"); return err }, scenario.ErrMissing, "cannot be said to be kept"},
		"empty":          {func() error { _, err := new(projection.Ensemble).Chance("DEU", 2030); return err }, scenario.ErrInvalid, "make it with Simulate"},
		"same year":      {func() error { _, err := e.Chances(2030, 2030); return err }, scenario.ErrDuplicate, "years = 2030 occurs twice"},
		"merge nothing":  {func() error { _, err := projection.Merge(); return err }, scenario.ErrInvalid, "nothing to merge"},
		"merge twice":    {func() error { _, err := projection.Merge(e, e); return err }, scenario.ErrInvalid, "draw 0 is in two"},
		"merge others":   {func() error { _, err := projection.Merge(e, guideline); return err }, scenario.ErrInvalid, "simulation 2 differs from the first"},
	} {
		if err := c.ask(); !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %v that says %q", name, err, c.is, c.want)
		}
	}
}

// What a simulation has noticed is said with its results: rates that were cut, and
// asks that differ between draws.
func TestSimulationWarns(t *testing.T) {
	s := uncertainHague()
	s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: 0.4, Tails: 3}
	s.Pledge = hiddenPledge{s.Pledge}
	o := projection.Options{Base: 2026, Draws: 2000, Members: []string{"DEU"}}
	whole := simulate(t, nato.Latest(), s, o)
	text := errors.Join(whole.Warnings...).Error()
	for _, want := range []string{
		"% of the drawn rates of growth lie outside -50% to 100% and were put to the nearer end",
		"asks may differ between draws: each is measured against what it asks in 2040 on the path without luck",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no warning that %s in\n%s", want, text)
		}
	}
	if printed := errors.Join(whole.About().Warnings...).Error(); printed != text {
		t.Errorf("its table is printed with\n%s\nnot with\n%s", printed, text)
	}
	first, second := o, o
	first.Draws, second.First, second.Draws = 700, 700, 1300
	merged, err := projection.Merge(simulate(t, nato.Latest(), s, second), simulate(t, nato.Latest(), s, first))
	if err != nil || errors.Join(merged.Warnings...).Error() != text {
		t.Errorf("%v: merged, it warns\n%v\nand as a whole\n%s", err, merged.Warnings, text)
	}
}

// A summary that is damaged, of another version or of another simulation is refused.
func TestRestoreRefuses(t *testing.T) {
	d, s := nato.Latest(), uncertainHague()
	data := summary(t, simulate(t, d, s, projection.Options{Base: 2026, Draws: 10, Members: []string{"DEU", "POL"}}))
	damaged := append([]byte(nil), data...)
	damaged[len(data)/2] ^= 1
	newer := append([]byte(nil), data...)
	newer[len("pledgesim ensemble")]++
	louder := s
	louder.Response = scenario.Shocked{Response: scenario.Ramp{}, SD: 0.041}
	for name, c := range map[string]struct {
		data []byte
		s    scenario.Scenario
		want string
	}{
		"nothing":     {nil, s, "does not begin with"},
		"other file":  {[]byte(strings.Repeat("scenario,member,name\n", 10)), s, "does not begin with"},
		"cut off":     {data[:len(data)-5], s, "checksum"},
		"damaged":     {damaged, s, "checksum"},
		"newer":       {newer, s, "has version 2, this library reads 1"},
		"other noise": {data, louder, "of another simulation"},
	} {
		if _, err := projection.Restore(d, c.s, c.data); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error that says %q", name, err, c.want)
		}
	}
	early, err := nato.Edition("2024-06")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := projection.Restore(early, s, data); err == nil {
		t.Error("a summary of another edition was accepted")
	}
}

// Whatever the bytes, reading them neither panics nor takes memory without bound.
func FuzzRestore(f *testing.F) {
	d, s := nato.Latest(), uncertainHague()
	e, err := projection.Simulate(context.Background(), d, s, projection.Options{Base: 2026, To: 2028, Draws: 2, Members: []string{"DEU"}})
	if err != nil {
		f.Fatal(err)
	}
	data, err := e.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if e, err := projection.Restore(d, s, projection.Resum(data)); err == nil {
			if _, err := e.Chance("DEU", 2028); err != nil {
				t.Error(err)
			}
		}
	})
}
