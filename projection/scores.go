package projection

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// A Score says how good the forecasts of a scenario were, over all members of a group
// and all origins. Errors and scores are fractions of GDP, 0.001 being a tenth of a
// percentage point; smaller is better. What rests on fewer outcomes than
// BacktestOptions.MinOutcomes is NaN.
type Score struct {
	Scenario string // name of the scenario
	Group    string // name of the group; "all" are all members
	Ahead    int    // years from the base year to the outcome; 0: all together

	N         int // outcomes that were forecast
	Origins   int // from which
	Estimated int // of N, how many the source marks as estimates
	Missing   int // forecasts without an outcome, or members without a forecast; Forecast.Missing says why

	MAE           float64 // mean absolute error of the median
	Bias          float64 // mean of the median less the outcome: positive where too much was forecast
	CRPS          float64 // mean of [CRPS]; of a point it is MAE
	IntervalScore float64 // mean [IntervalScore] of the 80% band

	Inside50, Inside80, Inside90 float64 // part of the outcomes inside the central 50%, 80% and 90% bands, whose ends belong to them

	Brier  float64 // mean [Brier] score of the chance of having reached what is asked, of members that were not there in the base year
	BrierN int     // forecasts of such a chance

	// Skill is 1 - CRPS / CRPS of "hold-last" on the same outcomes: 0.1 is a tenth better,
	// below 0 is worse. It is against a point: of a scenario with bands it includes what any
	// band gains over a point; compare MAE too.
	Skill float64
}

// Scores gives the score of each scenario, for each group, for each number of years
// ahead and for all together. Outcomes are as the truth prints them, without an
// allowance for rounding.
func (b *Backtest) Scores() []Score {
	var all []Score
	for _, g := range b.groups {
		for _, ahead := range append(b.horizons(), 0) {
			line := len(all)
			for _, name := range b.Scenarios {
				all = append(all, b.score(name, g, ahead))
			}
			reference := all[line] // hold-last is the first of the competitors
			for i := range all[line:] {
				s := &all[line+i]
				s.Skill = math.NaN()
				if s.N == reference.N && reference.CRPS > 0 {
					s.Skill = 1 - s.CRPS/reference.CRPS
				}
			}
		}
	}
	return all
}

// horizons are the numbers of years ahead that were forecast.
func (b *Backtest) horizons() []int {
	last := 0
	for _, f := range b.Forecasts {
		last = max(last, f.Ahead)
	}
	all := make([]int, last)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// score scores one scenario.
func (b *Backtest) score(name string, g scoredGroup, ahead int) Score {
	s := Score{Scenario: name, Group: g.name, Ahead: ahead}
	var errors, sizes, crps, widths, brier []float64
	r := newReliability(ahead)
	origins := map[int]bool{}
	for _, f := range b.Forecasts {
		if f.Scenario != name || ahead != 0 && f.Ahead != ahead || !g.has(f.Member) {
			continue
		}
		if !f.Scored() {
			s.Missing++
			continue
		}
		off := f.P50 - f.Outcome.Value
		errors, sizes, crps = append(errors, off), append(sizes, math.Abs(off)), append(crps, f.CRPS)
		widths = append(widths, IntervalScore(f.P10, f.P90, 0.2, f.Outcome.Value))
		if f.Open() {
			brier = append(brier, Brier(f.Chance, f.Reached))
		}
		r.count(f.Outcome, f.levels())
		origins[f.Origin] = true
	}
	s.N, s.Estimated, s.Origins, s.BrierN = r.Outcomes, r.Estimated, len(origins), len(brier)
	mean := func(values []float64) float64 {
		if len(values) < b.Options.MinOutcomes {
			return math.NaN()
		}
		return stat.Mean(values, nil)
	}
	s.MAE, s.Bias, s.CRPS, s.IntervalScore, s.Brier = mean(sizes), mean(errors), mean(crps), mean(widths), mean(brier)
	inside := []*float64{&s.Inside50, &s.Inside80, &s.Inside90}
	for i, band := range r.Bands {
		*inside[i] = math.NaN()
		if band.N >= b.Options.MinOutcomes {
			*inside[i] = band.Share()
		}
	}
	return s
}

// has reports whether a member belongs to the group.
func (g scoredGroup) has(code string) bool { return g.codes == nil || slices.Contains(g.codes, code) }

// Where keeps the forecasts that are chosen, for scores of some origins, years or
// members only; nothing is projected again. All scenarios should keep the same ones:
// where they do not, there is no skill.
func (b *Backtest) Where(choose func(Forecast) bool) *Backtest {
	part := *b
	part.Forecasts = nil
	for _, f := range b.Forecasts {
		if choose(f) {
			part.Forecasts = append(part.Forecasts, f)
		}
	}
	part.Origins = slices.DeleteFunc(slices.Clone(b.Origins), func(origin int) bool {
		return !slices.ContainsFunc(part.Forecasts, func(f Forecast) bool { return f.Origin == origin })
	})
	part.Warnings = slices.Concat(b.remarks, part.few())
	return &part
}
