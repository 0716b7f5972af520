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
