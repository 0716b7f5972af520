package imf_test

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Growth as it was forecast when an edition was published.
func ExampleReal() {
	d, err := nato.Edition("2023-03")
	if err != nil {
		fmt.Println(err)
		return
	}
	vintage, err := imf.NotLaterThan(d.Edition)
	if err != nil {
		fmt.Println(err)
		return
	}
	growth, err := imf.Real(vintage)
	if err != nil {
		fmt.Println(err)
		return
	}
	germany, err := d.Member("DEU")
	if err != nil {
		fmt.Println(err)
		return
	}
	rates := make([]float64, 3)
	if err := growth.Central(rates, germany, 2023); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("growth of Germany in the forecast of", vintage)
	for i, r := range rates {
		fmt.Println(2023+i, scenario.FormatShare(r))
	}
	// Output:
	// growth of Germany in the forecast of 2022-10
	// 2023 -0.29%
	// 2024 1.5%
	// 2025 2.16%
}

// A projection from the past on sees the forecast of its time, and no later one.
func ExampleRealTime() {
	germany, err := nato.Latest().Member("DEU")
	if err != nil {
		fmt.Println(err)
		return
	}
	growth := imf.RealTime{}
	rates := make([]float64, 2)
	for _, first := range []int{2019, 2020, 2023} {
		if err := growth.Central(rates, germany, first); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(first, scenario.FormatShare(rates[0]), scenario.FormatShare(rates[1]))
		fmt.Println(" ", growth.Warn(germany, first-1, first+1)[0])
	}
	// Output:
	// 2019 1.28% 1.28%
	//   growth is held at the mean of 2009 to 2018 in IMF WEO, April 2019: no vintage was out at the end of 2018
	// 2020 1.25% 1.44%
	//   growth is as in IMF WEO, October 2019, the newest vintage at the end of 2019
	// 2023 -0.29% 1.5%
	//   growth is as in IMF WEO, October 2022, the newest vintage at the end of 2022
}

// How far growth in the year of the pandemic was from the forecast of 2019, as
// was known a year later.
func ExampleRealTime_ForecastErrors() {
	for _, code := range []string{"ESP", "LTU"} {
		errs, err := imf.RealTime{}.ForecastErrors(code, 1, 2020)
		if err != nil {
			fmt.Println(err)
			return
		}
		e, _ := errs.Observe(2020)
		fmt.Printf("%s %.1f points (%s)\n", code, scenario.ToPercent(e.Value), e.Edition)
	}
	// Output:
	// ESP -12.7 points (imf-2021-10)
	// LTU -3.6 points (imf-2021-10)
}

// Money at current prices grows with inflation.
func ExampleDeflator() {
	real, err := imf.Real("2026-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	deflator, err := imf.Deflator("2026-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	poland, err := nato.National("2026-07", "Poland")
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := poland.Member("POL")
	if err != nil {
		fmt.Println(err)
		return
	}
	rates := make([]float64, 1)
	if err := (scenario.Nominal{Path: real, Inflation: deflator}).Central(rates, m, 2027); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("GDP of Poland in %s grows %s in 2027\n", poland.Money, scenario.FormatShare(rates[0]))
	// Output: GDP of Poland in PLN million, current prices grows 4.89% in 2027
}
