package worldbank_test

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// A long past, on a definition of its own: NATO's share of the same year is another.
func ExampleMilitarySpending() {
	d := worldbank.MilitarySpending()
	turkey, err := d.Member("Turkey")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, year := range []int{1960, 1990, 2020} {
		share, _ := turkey.Share.At(year)
		fmt.Println(d.Edition, year, scenario.FormatShare(share))
	}
	latest := nato.Latest()
	if turkey, err = latest.Member("Turkey"); err != nil {
		fmt.Println(err)
		return
	}
	share, _ := turkey.Share.At(2020)
	fmt.Println(latest.Edition, 2020, scenario.FormatShare(share))
	// Output:
	// worldbank-2021-10 1960 3.53%
	// worldbank-2021-10 1990 3.53%
	// worldbank-2021-10 2020 2.77%
	// nato-2026-07 2020 1.83%
}
