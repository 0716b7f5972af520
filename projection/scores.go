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

	// Skill is 1 - CRPS / CRPS of "hold-last" on the same outcomes, NaN on others: 0.1 is a tenth better,
	// below 0 is worse. It is against a point: of a scenario with bands it includes what any
	// band gains over a point; compare MAE too.
	Skill float64
}

// Scores gives the score of each scenario, for each group, for each number of years
// ahead and for all together. Outcomes are as the truth prints them, without an
// allowance for rounding.
func (b *Backtest) Scores() []Score {
	if b.check() != nil {
		return nil
	}
	var all []Score
	lots := b.lots()
	for _, g := range b.groups {
		for _, ahead := range append(b.horizons(), 0) {
			var reference Score
			var same []judged // as hold-last, the first of the competitors, is scored on
			for i, name := range b.Scenarios {
				fs := lots[lot{name, g.name, ahead}]
				s := Score{Scenario: name, Group: g.name, Ahead: ahead, Skill: math.NaN()}
				s.fill(fs, b.Options.MinOutcomes)
				if i == 0 {
					reference, same = s, judgedBy(fs)
				}
				if reference.CRPS > 0 && slices.Equal(judgedBy(fs), same) {
					s.Skill = 1 - s.CRPS/reference.CRPS
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// A lot says for which score forecasts count.
type lot struct {
	scenario, group string
	ahead           int // 0: all together
}

// lots sorts the forecasts by what they count for.
func (b *Backtest) lots() map[lot][]*Forecast {
	all, groups := map[lot][]*Forecast{}, map[string][]string{} // groups by member
	for i := range b.Forecasts {
		f := &b.Forecasts[i]
		if _, known := groups[f.Member]; !known {
			for _, g := range b.groups {
				if g.has(f.Member) {
					groups[f.Member] = append(groups[f.Member], g.name)
				}
			}
		}
		for _, group := range groups[f.Member] {
			for _, ahead := range []int{f.Ahead, 0} {
				to := lot{f.Scenario, group, ahead}
				all[to] = append(all[to], f)
			}
		}
	}
	return all
}

// A judged is an outcome that a score rests on.
type judged struct {
	member       string
	origin, year int
}

// judgedBy are the outcomes of forecasts, without those that have none.
func judgedBy(fs []*Forecast) []judged {
	var all []judged
	for _, f := range fs {
		if f.Scored() {
			all = append(all, judged{f.Member, f.Origin, f.Year})
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

// fill works out the numbers, those that rest on too few outcomes being NaN.
func (s *Score) fill(fs []*Forecast, least int) {
	var errors, sizes, crps, widths, brier []float64
	r := newReliability(s.Ahead)
	origins := map[int]bool{}
	for _, f := range fs {
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
		if len(values) < least {
			return math.NaN()
		}
		return stat.Mean(values, nil)
	}
	s.MAE, s.Bias, s.CRPS, s.IntervalScore, s.Brier = mean(sizes), mean(errors), mean(crps), mean(widths), mean(brier)
	inside := []*float64{&s.Inside50, &s.Inside80, &s.Inside90}
	for i, band := range r.Bands {
		*inside[i] = math.NaN()
		if band.N >= least {
			*inside[i] = band.Share()
		}
	}
}

// Where keeps the forecasts that are chosen, for scores of some origins, years or
// members only; nothing is projected again. A nil choice keeps all. Warnings and tables
// speak of the origins that are left. All scenarios should keep the same forecasts: where
// they do not, there is no skill.
func (b *Backtest) Where(choose func(Forecast) bool) *Backtest {
	if b.check() != nil {
		return new(Backtest)
	}
	part := *b
	part.Forecasts = nil
	left := map[int]bool{}
	for _, f := range b.Forecasts {
		if choose == nil || choose(f) {
			part.Forecasts = append(part.Forecasts, f)
			left[f.Origin] = true
		}
	}
	part.Origins = slices.DeleteFunc(slices.Clone(b.Origins), func(origin int) bool { return !left[origin] })
	part.vintages = slices.DeleteFunc(slices.Clone(b.vintages), func(v *vintage) bool { return !left[v.origin] })
	part.runs = slices.DeleteFunc(slices.Clone(b.runs), func(r backtestRun) bool { return !left[r.origin] })
	part.warn()
	return &part
}
