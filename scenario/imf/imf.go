package imf

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// ErrUnknownVintage is wrapped when a vintage is asked for that is not here.
var ErrUnknownVintage = errors.New("unknown vintage")

// Vintages lists the vintages by month of publication, oldest first: "2019-04",
// "2019-10" and so on to "2026-04".
func Vintages() []string {
	return []string{
		"2019-04", "2019-10", "2020-04", "2020-10", "2021-04", "2021-10", "2022-04", "2022-10",
		"2023-04", "2023-10", "2024-04", "2024-10", "2025-04", "2025-10", "2026-04",
	}
}

// Real gives the growth of real GDP in a vintage, a [scenario.Table]. Years
// past its end keep the last rate, which runs warn about. The vintage 2020-04
// ends in 2021. An unknown vintage is [ErrUnknownVintage].
func Real(vintage string) (scenario.GrowthPath, error) {
	v, err := find(vintage)
	if err != nil {
		return nil, err
	}
	return v.table("", v.real), nil
}

// Observed gives the growth of real GDP up to the latest year that the IMF had not
// marked as an estimate or projection in a vintage (for 2026-04 up to 2024, see
// [LatestActual]): a record, for [scenario.FitAR1] and [scenario.Bootstrap].
func Observed(vintage string) (scenario.Table, error) {
	v, err := find(vintage)
	if err != nil {
		return scenario.Table{}, err
	}
	observed := map[string]scenario.Series{}
	for code, rates := range v.real {
		last := 0
		for o := range rates.Observations() {
			if o.Status == scenario.Observed {
				last = o.Year
			}
		}
		if last > 0 {
			observed[code] = rates.Until(last)
		}
	}
	return v.table(", observed years", observed), nil
}

// Deflator gives the growth of the GDP deflator in a vintage, a
// [scenario.Table] like that of [Real]: the second part of a
// [scenario.Nominal]. The vintage 2020-04 has none, which is
// [scenario.ErrMissing].
func Deflator(vintage string) (scenario.GrowthPath, error) {
	v, err := find(vintage)
	if err != nil {
		return nil, err
	}
	if len(v.deflator) == 0 {
		return nil, fmt.Errorf("IMF WEO %s has no deflator, it was a short edition: take another vintage, for example 2019-10 or 2020-10: %w", v.name, scenario.ErrMissing)
	}
	return v.table(", GDP deflator", v.deflator), nil
}

// LatestActual is the last year of a member that the IMF did not mark as an
// estimate or projection in a vintage. ok is false where that is not known: for
// the vintage 2026-04, whose figures from 2025 on are taken as estimates, and
// for a member that is not there. The member is an ISO alpha-3 code.
func LatestActual(vintage, member string) (year int, ok bool, err error) {
	v, err := find(vintage)
	if err != nil {
		return 0, false, err
	}
	year, ok = v.actual[member]
	return year, ok, nil
}

// Source gives publisher, title, month (its first day) and terms of a vintage.
func Source(vintage string) (scenario.Source, error) {
	v, err := find(vintage)
	if err != nil {
		return scenario.Source{}, err
	}
	return v.source, nil
}

// months finds the month of publication in the name of an edition, and the year
// at which scenario.Dataset.AsOf cut it.
var months = regexp.MustCompile(`^(?:[A-Za-z]+-)?([12][0-9]{3}-(?:0[1-9]|1[0-2]))(?: cut at ([12][0-9]{3}))?$`)

// NotLaterThan names the newest vintage that was out when an edition was
// published: "2022-10" for "nato-2023-03" or "2023-03". For an edition cut by
// scenario.Dataset.AsOf it is the newest one of the year of the cut. An
// edition older than all vintages is [scenario.ErrMissing].
func NotLaterThan(edition string) (vintage string, err error) {
	parts := months.FindStringSubmatch(edition)
	if parts == nil {
		return "", fmt.Errorf("edition %q names no month such as nato-2023-03: %w", edition, scenario.ErrInvalid)
	}
	month := parts[1]
	if cut := parts[2]; cut != "" {
		month = min(month, cut+"-12")
	}
	return newest(month)
}

// Newest names the newest vintage that was out at the end of a year: "2019-10" for
// 2019. A year before the first vintage, 2019, is [scenario.ErrMissing]; one after
// the last has the last.
func Newest(year int) (vintage string, err error) {
	return newest(fmt.Sprintf("%04d-12", max(0, min(year, 9999))))
}

// newest names the newest vintage that was out in a month such as "2023-03".
func newest(month string) (vintage string, err error) {
	for _, v := range slices.Backward(Vintages()) {
		if v <= month {
			return v, nil
		}
	}
	return "", fmt.Errorf("no vintage is as old as %s, the first is %s: %w", month, Vintages()[0], scenario.ErrMissing)
}

func find(name string) (*vintage, error) {
	name = strings.TrimSpace(name)
	if !slices.Contains(Vintages(), name) {
		return nil, fmt.Errorf("%w %q: there are %s", ErrUnknownVintage, name, strings.Join(Vintages(), ", "))
	}
	return vintages[name](), nil
}
