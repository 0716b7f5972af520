package imf

import (
	"errors"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// ForecastErrors is by how much growth of a member turned out higher than the path
// had it a number of years ahead: for each year from 1991 on, the outcome less the
// rate of [RealTime.Central] for it in a projection that starts ahead-1 years
// before. One year ahead is the forecast made at the end of the year before. The
// differences are fractions. The member is an ISO alpha-3 code.
//
// Outcomes are those of the years up to until, as the newest vintage at the end
// of the year after had them: who stands at the end of 2020 asks until 2019, and
// sees only what was known then. With until 2017 or before they are as the vintage
// 2019-04 has them, the oldest here; so are those before 2000 always. An outcome that this vintage marks as an estimate is
// none and is left out, as is a year for which the path has no rate. In each
// figure, Observation.Edition names the vintage of the outcome.
//
// Forecasts made before 2019, for years before 2019+ahead, are means of the past
// and not the IMF's: their errors are those of that rule.
//
// A member that is not there is [scenario.ErrUnknownMember]; no year at all is
// [scenario.ErrMissing]; ahead below 1 or above 200 is [scenario.ErrInvalid].
func (r RealTime) ForecastErrors(member string, ahead, until int) (scenario.Series, error) {
	if err := r.Validate(); err != nil {
		return scenario.Series{}, err
	}
	if ahead < 1 || ahead > 200 {
		return scenario.Series{}, &scenario.FieldError{Field: "ahead", Value: ahead, Problem: "is not a number of years from 1 to 200", Err: scenario.ErrInvalid}
	}
	vintage, err := Newest(min(until, 9998) + 1)
	if err != nil {
		vintage = Vintages()[0]
	}
	observed, err := Observed(vintage)
	if err != nil {
		return scenario.Series{}, err
	}
	outcomes, ok := observed.Rates[member]
	if !ok {
		return scenario.Series{}, fmt.Errorf("%w %q in IMF WEO %s: give an ISO 3166 alpha-3 code, such as DEU", scenario.ErrUnknownMember, member, vintage)
	}
	var differences []scenario.Observation
	rates := make([]float64, ahead)
	for o := range withRecord(member, outcomes).Until(until).Observations() {
		err := r.Central(rates, &scenario.Member{Code: member}, o.Year-ahead+1)
		if errors.Is(err, scenario.ErrMissing) {
			continue
		}
		if err != nil {
			return scenario.Series{}, err
		}
		o.Value -= rates[ahead-1]
		differences = append(differences, o)
	}
	if len(differences) == 0 {
		return scenario.Series{}, &scenario.FieldError{Member: member, Field: "growth", Problem: fmt.Sprintf("has no year to %d with both an outcome in IMF WEO %s and a rate %d years ahead", until, vintage, ahead), Err: scenario.ErrMissing}
	}
	return scenario.SeriesOf(differences...)
}

// withRecord puts the growth of the years before 2000 in front of that of a vintage.
func withRecord(member string, outcomes scenario.Series) scenario.Series {
	all := slices.Collect(outcomes.Observations())
	for o := range oldest().record[member].Until(outcomes.First() - 1).Observations() {
		all = append(all, o)
	}
	series, _ := scenario.SeriesOf(all...) // refuses years that occur twice: these are apart
	return series
}
