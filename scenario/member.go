package scenario

import (
	"fmt"
	"slices"
	"time"
)

// A Member is one country and what was published about it.
type Member struct {
	Code     string    // ISO 3166 alpha-3, for example "DEU"
	ISO2     string    // ISO 3166 alpha-2, for example "DE"
	Name     string    // English name; NewDataset calls a member without one by its code
	Aliases  []string  // other names under which it may be looked up
	Joined   time.Time // date of accession; zero where it does not matter
	Currency string    // ISO 4217 code of the national currency
	Exempt   string    // why nothing is published for it, for example "no armed forces"; empty for everyone else

	Share    Series  // the pledged quantity, for NATO defence spending, as a fraction of GDP
	GDP      Series  // in Dataset.Money
	Spending Series  // in Dataset.Money; where it has a gap, share times GDP stands in
	Breaks   []Break // years that cannot be compared with the year before
}

// String gives code and name: "DEU (Germany)".
func (m *Member) String() string {
	if m.ownName() == "" {
		return m.Code
	}
	return fmt.Sprintf("%s (%s)", m.Code, m.Name)
}

// ownName is the name if it is another than the code.
func (m *Member) ownName() string {
	if m.Name == m.Code {
		return ""
	}
	return m.Name
}

// A Break says that GDP, and with it the share, of Year cannot be compared with
// the year before. Changes across it are left out of everything that is fitted.
type Break struct {
	Year int    // the first year of the new figures
	Why  string // in a few words, for warnings
}

// Broken reports whether GDP and share of a year cannot be compared with those
// of the year before, and why.
func (m *Member) Broken(year int) (why string, broken bool) {
	for _, b := range m.Breaks {
		if b.Year == year {
			return b.Why, true
		}
	}
	return "", false
}

func (m *Member) broken(year int) bool {
	_, broken := m.Broken(year)
	return broken
}

// SpendingAt is the money spent in a year in Dataset.Money: the published
// figure, or share times GDP where none was published.
func (m *Member) SpendingAt(year int) (v float64, ok bool) {
	if v, ok := m.Spending.At(year); ok {
		return v, true
	}
	share, ok1 := m.Share.At(year)
	gdp, ok2 := m.GDP.At(year)
	return share * gdp, ok1 && ok2
}

// spendings is SpendingAt as a series: published money, and share times GDP
// with the origin of the share where there is none.
func (m *Member) spendings() Series {
	obs := slices.Collect(m.Spending.Observations())
	for o := range m.Share.Observations() {
		_, published := m.Spending.At(o.Year)
		if gdp, ok := m.GDP.Observe(o.Year); ok && !published {
			o.Value *= gdp.Value
			o.Status = max(o.Status, gdp.Status)
			obs = append(obs, o)
		}
	}
	return spread(obs)
}

// Growths is the yearly growth of GDP, as fractions. Years across a break of the
// series are left out. A rate is an estimate if one of its two figures is.
func (m *Member) Growths() Series {
	var obs []Observation
	for o := range m.GDP.Observations() {
		before, ok := m.GDP.Observe(o.Year - 1)
		if !ok || m.broken(o.Year) {
			continue
		}
		o.Value = o.Value/before.Value - 1
		o.Status = max(o.Status, before.Status)
		obs = append(obs, o)
	}
	return spread(obs)
}

// until gives the member as it was known at the end of a year.
func (m Member) until(year int) Member {
	m.Share, m.GDP, m.Spending = m.Share.Until(year), m.GDP.Until(year), m.Spending.Until(year)
	return m
}
