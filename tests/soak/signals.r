# Records which months R finds to stand out, of the series in tests/models/truth/months.csv.
#
# Run from the project's root, where R is installed: Rscript tests/soak/signals.r
# Makes the series anew from a fixed seed, and writes months_in_r.csv beside them. The tests compare our models with
# that file and need no R. XmR: the mean and 2.66 times the mean moving range of the points before the month judged;
# and eight points up to it on one side of that mean.
set.seed(20261127)

folder <- c(commandArgs(trailingOnly = TRUE), "tests/models/truth")[1]
first <- as.Date("2014-01-01")
months <- seq(first, as.Date("2024-06-01"), by = "month")
n <- length(months)
season <- 1 + 0.5 * sin(2 * pi * (seq_len(n) - 1) / 12)
series <- list()
add <- function(measure, name, value, weight = value) {
  rows <- data.frame(measure = measure, service = name, month = months, value = value, weight = weight)
  series[[paste(measure, name)]] <<- rows[!is.na(rows$value), ]
}
count <- function(mean) rpois(n, mean * season)
share <- function(p, of) { k <- rbinom(n, of, p); list(k / of, of) }
add_share <- function(name, p, of) { s <- share(p, of); add("on_time_rate", name, s[[1]], s[[2]]) }

add("requests_received", "all", count(3000))
add("requests_received", "steady", count(120))
add("requests_received", "growing", round(count(80) * seq(1, 4, length.out = n)))
burst <- count(150); burst[c(80, 110)] <- c(900, 12); add("requests_received", "burst-and-drop", burst)
add("requests_received", "around-twenty", rpois(n, 21))
gone <- count(200); gone[c(50, 51, 90)] <- NA; add("requests_received", "months-of-none", gone)
winter <- ifelse(as.integer(format(months, "%m")) %in% c(5:10), NA, count(90)); add("requests_received", "winter-only", winter)
add("requests_received", "all-alike", rep(60, n))
odd <- rep(60, n); odd[100] <- 61; add("requests_received", "alike-but-one", odd)
add_share("steady", 0.8, rep(300, n))
add_share("better", pmin(0.98, seq(0.6, 0.98, length.out = n)), rep(250, n))
add_share("small", 0.7, rpois(n, 22) + 1)
add_share("always", 1, rep(40, n))
gap <- share(0.75, rep(200, n)); gap[[1]][c(60, 61, 62, 100)] <- NA; add("on_time_rate", "months-missing", gap[[1]], gap[[2]])
add("closed_within_7_days", "halves", rep(c(0.5, 0.5, 0.6), length.out = n), rep(80, n))

judge <- function(rows) {
  is_count <- rows$measure[1] == "requests_received"
  at <- match(months, rows$month)
  value <- rows$value[at]
  weight <- rows$weight[at]
  if (is_count) value[is.na(value)] <- 0
  if (is_count) weight <- value
  expected <- vapply(seq_len(n), function(i) {
    past <- value[i - 12 * (1:5)[i - 12 * (1:5) > 0]]
    past <- past[!is.na(past)]
    if (length(past) < 3) NA else median(past)
  }, 0)
  deviation <- if (is_count) ifelse(value > 0 & expected > 0, log(value / expected), NA) else value - expected
  # The models hold deviations to twelve decimals, so that alike is alike; so does this.
  deviation <- round(deviation, 12)
  is_point <- !is.na(deviation) & weight >= 20
  judged <- which(!is.na(deviation) & (is_count | weight >= 20))
  do.call(rbind, lapply(judged, function(i) {
    before <- which(is_point & seq_len(n) < i)
    if (length(before) < 24) return(NULL)
    x <- deviation[before]
    center <- round(mean(x), 12)
    limits <- mean(x) + c(-2.66, 2.66) * mean(abs(diff(x)))
    eight <- c(tail(x, 7), deviation[i])
    lower <- round(limits[1], 12)
    upper <- round(limits[2], 12)
    signal <- if (deviation[i] > upper) "above" else if (deviation[i] < lower) "below"
      else if (all(eight > center)) "run_above" else if (all(eight < center)) "run_below" else "none"
    scale <- function(limit) if (is_count) expected[i] * exp(limit) else min(1, max(0, expected[i] + limit))
    data.frame(
      measure = rows$measure[1], service = rows$service[1], month = months[i], value = value[i], expected = expected[i],
      deviation = deviation[i], center = center, lower = lower, upper = upper, lower_value = scale(limits[1]),
      upper_value = scale(limits[2]), point_count = length(before), signal = signal
    )
  }))
}

write_rows <- function(rows, file) {
  blank <- function(x) if (is.numeric(x)) sprintf("%.15g", x) else as.character(x)
  write.table(lapply(rows, blank), file.path(folder, file), sep = ",", quote = FALSE, row.names = FALSE)
}
answers <- do.call(rbind, lapply(series, judge))
write_rows(do.call(rbind, series), "months.csv")
write_rows(answers, "months_in_r.csv")
cat(sprintf("%d series, %d months judged, R %s\n", length(series), nrow(answers), getRversion()))
print(table(answers$signal))
