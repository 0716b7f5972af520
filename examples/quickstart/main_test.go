package main

// The output is what the README shows under the same program.
func Example() {
	main()
	// Output:
	// Year each member reaches its target
	//
	//                         year
	// Member               reached
	// ----------------------------
	// Albania                 2032
	// Belgium                 2032
	// Bulgaria                2033
	// Canada                  2034
	// Croatia                 2037
	// Czechia                 2034
	// Denmark                 2027
	// Estonia              already
	// Finland                 2031
	// France           not by 2040
	// Germany                 2030
	// Greece               already
	// Hungary                 2032
	// Italy                   2035
	// Latvia               already
	// Lithuania            already
	// Luxembourg              2031
	// Montenegro              2033
	// Netherlands             2030
	// North Macedonia         2031
	// Norway                  2028
	// Poland               already
	// Portugal                2035
	// Romania                 2036
	// Slovakia                2035
	// Slovenia                2039
	// Spain                   2032
	// Sweden                  2027
	// Türkiye                 2029
	// United Kingdom   not by 2040
	// United States    not by 2040
	//
	// Source
	//   nato-2026-07 (NATO, Defence Investment of NATO Countries (2014-2026)); base
	//     year 2026 (estimates of the source), horizon 2040
	//   computed by pledgesim 0.1.0-dev
	//
	// Scenarios
	//   at this pace
	//       pledge: 3.5% of GDP by 2035
	//       growth: GDP grows 1.5% a year
	//       response: spending goes on growing, in the prices of the data set, at
	//         its mean rate of the last 8 years, until the target is met
	//
	// Notes
	//   NATO calls this table core defence expenditure, the 3.5% part of the pledge
	//     of 2025.
	//   Iceland's GDP is missing in the copy that was read.
	//   Luxembourg's denominator from 2023 on is a third lower than before, no
	//     longer GDP as it was: years before and after cannot be compared.
	//   A share that is lower by up to 0.005 percentage points counts as at the
	//     target.
	//
	// Warnings
	//   ISL left out: no armed forces
}
