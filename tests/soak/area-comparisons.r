# Records the limits of the funnel as R makes them, of the areas in tests/models/truth/areas.csv.
#
# Run from the project's root, where R is installed: Rscript tests/soak/area-comparisons.r
# Makes the areas anew from a fixed seed, and writes areas_in_r.csv beside them. The tests compare our models with that
# file and need no R. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine
# 2005, appendix A.1.1: exact binomial limits, interpolated; widened by the root of the dispersion where that is over 1.
set.seed(20261126)

folder <- c(commandArgs(trailingOnly = TRUE), "tests/models/truth")[1]
cities <- list()
add <- function(name, n, k) cities[[name]] <<- data.frame(city = name, area = sprintf("area-%02d", seq_along(n)), numerator = k, denominator = n)

sizes <- c(20, 23, 57, 140, 333, 800, 1500, 4200, 9000, 21000, 36500)
add("less-than-chance", sizes, round(sizes * 0.83))
add("more-than-chance", sizes, rbinom(length(sizes), sizes, pmin(0.97, pmax(0.5, rnorm(length(sizes), 0.8, 0.06)))))
add("far-more-than-chance", rep(c(400, 2500), 6), rbinom(12, rep(c(400, 2500), 6), rep(c(0.35, 0.7, 0.95), 4)))
add("few-fulfilled", sizes, rbinom(length(sizes), sizes, 0.004))
add("nearly-all", sizes, rbinom(length(sizes), sizes, 0.997))
add("two-apart", rep(400, 24), c(rep(320, 22), 292, 302))
add("one-area", 250, 211)
add("an-area-too-small", c(19, 20, 600), c(10, 15, 480))
add("none-at-all", c(30, 90), c(0, 0))
add("all-of-them", c(30, 90), c(30, 90))
add("a-share-of-none", c(25, 400, 3000), c(0, 60, 500))
add("a-share-of-all", c(25, 400, 3000), c(25, 320, 2600))
add("half", c(20, 40, 64, 1000), c(10, 22, 30, 497))
add("very-large", c(250000, 800000), c(201000, 642500))

# The smallest count by the cumulated probabilities themselves: qbinom of R 4.2.2 gives 4200 for (0.025, 4200, 0.99709),
# where pbinom passes 0.025 at 4181.
limit <- function(p, n, rate) {
  if (rate == 0 || rate == 1) return(rate)
  r <- which(pbinom(0:n, n, rate) > p)[1] - 1
  (r - (pbinom(r, n, rate) - p) / (pbinom(r, n, rate) - pbinom(r - 1, n, rate))) / n
}

answers <- do.call(rbind, lapply(cities, function(areas) {
  rate <- sum(areas$numerator) / sum(areas$denominator)
  areas <- areas[areas$denominator >= 20, ]
  value <- areas$numerator / areas$denominator
  z <- if (rate %in% c(0, 1)) 0 * value else (value - rate) / sqrt(rate * (1 - rate) / areas$denominator)
  dispersion <- mean(z^2)
  at <- function(p) {
    exact <- vapply(areas$denominator, function(n) limit(p, n, rate), 0)
    pmin(1, pmax(0, rate + sqrt(max(1, dispersion)) * (exact - rate)))
  }
  limits <- data.frame(lower_95 = at(0.025), upper_95 = at(0.975), lower_998 = at(0.001), upper_998 = at(0.999))
  position <- with(limits, ifelse(
    value < lower_998 | value > upper_998, "beyond_998", ifelse(value < lower_95 | value > upper_95, "beyond_95", "within")
  ))
  data.frame(city = areas$city, area = areas$area, city_value = rate, z = z, dispersion = dispersion, limits, position = position)
}))

write_rows <- function(rows, file) {
  blank <- function(x) if (is.numeric(x)) sprintf("%.15g", x) else x
  write.table(lapply(rows, blank), file.path(folder, file), sep = ",", quote = FALSE, row.names = FALSE)
}
write_rows(do.call(rbind, cities), "areas.csv")
write_rows(answers, "areas_in_r.csv")
cat(sprintf("%d cities, R %s\n", length(cities), getRversion()))
