package nato

import (
	"errors"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// calibratedFrom is the first year whose change of the share counts: with it the Cold
// War is over, and the forecast of growth has a record.
const calibratedFrom = 1991

// Calibrated is the uncertainty of shares by the record up to an edition, ready for
// simulations: Scenario for shares that go on moving as in the record, towards the
// median of the members; Around for the same random shocks around another response,
// such as one that keeps a pledge; Growth for growth alone.
//
// It was fitted on the yearly changes of all members' shares from 1991 on, up to the
// last year of the edition without estimates: by the World Bank's figures as far as the
// edition does not reach, then by the edition itself. Surprises of growth are outcomes
// less what [imf.RealTime] had for them a year before, up to the year before. Of a data
// set that reaches back to 1991, such as [worldbank.MilitarySpending], only its own
// shares are taken. Nothing after the edition's last year is looked at, so that it may
// be used on an edition of the [Archive].
//
// The model was chosen among others by forecasts from 1995 to 2018, see METHODS.md. Since
// 2019 its 80% bands held some six in ten of what happened: it knows nothing of threats,
// plans and promises. An edition from which nothing can be fitted is an error that says
// what is missing, [scenario.ErrMissing] as a rule.
func Calibrated(d *scenario.Dataset) (*scenario.Calibration, error) {
	if d == nil {
		return nil, &scenario.FieldError{Field: "edition", Problem: "is nil: take one with Edition, Latest or Archive.AsOf", Err: scenario.ErrInvalid}
	}
	until := d.LastActual()
	if until == 0 {
		return nil, &scenario.FieldError{Field: "edition", Value: d.Edition, Problem: "has no year without estimates to calibrate on", Err: scenario.ErrMissing}
	}
	first := d.First()
	surprises := map[string]scenario.Series{}
	for _, code := range d.Codes() {
		errs, err := imf.RealTime{}.ForecastErrors(code, 1, until-1)
		switch {
		case errors.Is(err, scenario.ErrMissing) || errors.Is(err, scenario.ErrUnknownMember):
		case err != nil:
			return nil, err
		default:
			surprises[code] = errs
		}
	}
	switch {
	case until < calibratedFrom:
		return nil, &scenario.FieldError{Field: "edition", Value: d.Edition, Problem: fmt.Sprintf("ends in %d: a calibration is fitted to the years from %d on", until, calibratedFrom), Err: scenario.ErrMissing}
	case first == until:
		return nil, &scenario.FieldError{Field: "edition", Value: d.Edition, Problem: fmt.Sprintf("has shares of %d alone without estimates: a calibration needs a change of its own", until), Err: scenario.ErrMissing}
	case len(surprises) == 0:
		return nil, &scenario.FieldError{Field: "edition", Value: d.Edition, Problem: "has no member whose growth the IMF forecasts are here for: name members by ISO 3166 alpha-3 codes, such as DEU, or put scenario.FitShares and scenario.Calibrate together with growth of your own", Err: scenario.ErrUnknownMember}
	}
	spells := []scenario.Spell{{Data: d, From: max(first+1, calibratedFrom), To: until}}
	if first >= calibratedFrom {
		before, err := among(worldbank.MilitarySpending(), d)
		if err != nil {
			return nil, err
		}
		spells = slices.Insert(spells, 0, scenario.Spell{Data: before, From: calibratedFrom, To: first})
	}
	shares, err := scenario.FitShares(until, spells...)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", d.Edition, err)
	}
	c, err := scenario.Calibrate(shares, imf.RealTime{}, surprises, until-1)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", d.Edition, err)
	}
	c.Sources = imf.RealTime{}.Origins()
	return c, nil
}

// among keeps the members that another data set has.
func among(d, other *scenario.Dataset) (*scenario.Dataset, error) {
	var members []scenario.Member
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return nil, err
		}
		if slices.Contains(other.Codes(), code) {
			members = append(members, *m)
		}
	}
	kept, err := scenario.NewDataset(d.Edition, d.Money, members...)
	if err != nil {
		return nil, err
	}
	kept.Sources = d.Sources
	return kept, nil
}
