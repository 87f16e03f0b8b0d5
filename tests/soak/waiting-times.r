# Records what R's survival package says of requests already waiting: the cohorts in tests/models/truth/waits.csv.
#
# Run from the project's root, where R and its package survival are installed: Rscript tests/soak/waiting-times.r
# Makes the cohorts anew from a fixed seed, and writes waits_in_r.csv beside them. The tests compare our models with
# that file and need no R. An end is 1 (dealt with), 2 (handed on) or 0 (still open).
suppressPackageStartupMessages(library(survival))
set.seed(20261125)

folder <- c(commandArgs(trailingOnly = TRUE), "tests/models/truth")[1]
cohorts <- list()
add <- function(name, days, end) cohorts[[name]] <<- data.frame(cohort = name, days = days, end = as.integer(end))

# The corners: at least 20 still waiting somewhere, since fewer give no figure.
add("all-open", 1:24, rep(0, 24))
add("all-dealt-with-at-once", rep(0, 24), rep(1, 24))
add("all-dealt-with-on-one-day", rep(4, 30), rep(1, 30))
add("all-handed-on", rep(c(2, 5), 15), rep(2, 30))
add("half-over-an-interval", c(1:10, 21:30), rep(1, 20))
add("half-over-an-interval-later", c(rep(1, 6), 8:17, 31:40), rep(1, 26))
add("half-at-the-end-of-the-curve", c(1:12, rep(40, 12)), c(rep(1, 12), rep(0, 12)))
add("half-at-the-last-step", c(1:9, 20, 20, rep(20, 9)), c(rep(1, 11), rep(0, 9)))
add("nine-tenths-at-the-end", c(1:18, 50, 50), c(rep(1, 18), 0, 0))
add("half-from-the-seventh-day", c(rep(3, 5), 8:19, rep(60, 12)), c(rep(1, 5), rep(1, 12), rep(0, 12)))
add("never-half", c(1, 2, 3, rep(30, 30)), c(1, 1, 1, rep(0, 30)))
add("ties-of-all-kinds", rep(c(1, 2, 3, 7, 7, 14), each = 9), rep(c(1, 0, 2), 18))
add("exactly-k-is-not-beyond-k", rep(c(7, 7, 8, 14), each = 10), rep(c(1, 0, 1, 1), each = 10))
add("twenty-beyond-a-week", c(rep(2, 5), 8:27), rep(1, 25))
add("nineteen-beyond-a-week", c(rep(2, 5), 8:26), rep(1, 24))
add("reaches-zero", c(rep(1, 20), 2:12), rep(1, 31))
add("first-handed-on", c(rep(0, 4), 1:30), c(rep(2, 4), rep(1, 30)))
add("waits-of-years", c(seq(10, 700, by = 15)), rep(c(1, 1, 0, 2, 1), length.out = 47))

# The ordinary: whole days with many ties, and hundredths; light and heavy censoring; some handed on.
for (k in 1:12) {
  n <- c(40, 90, 250, 700)[(k - 1) %% 4 + 1]
  days <- rexp(n, 1 / c(3, 20, 70)[(k - 1) %/% 4 + 1])
  seen <- runif(n, 1, c(200, 60, 366)[(k - 1) %/% 4 + 1])
  end <- ifelse(days <= seen, ifelse(runif(n) > 0.12, 1, 2), 0)
  days <- pmin(days, seen)
  days <- if (k %% 2 == 0) floor(days) else round(days, 2)
  add(sprintf("random-%02d", k), days, end)
}

waited <- c(0, 1, 2, 3, 5, 6, 7, 10, 14, 20, 30, 49, 70, 91, 150, 210, 365)
more <- function(data, k) {
  beyond <- data[data$days > k, ]
  none <- rep(NA_real_, 6)
  if (nrow(beyond) < 20) return(none)
  fit <- survfit(Surv(days, end == 1) ~ 1, data = beyond, conf.type = "log-log")
  # A tenth is asked too, and not used: R first looks, without its tolerance, whether the curve comes to the least asked,
  # and says that half is not reached where the last step is half and 1e-16.
  q <- quantile(fit, probs = c(0.1, 0.5, 0.9))
  c(rbind(as.numeric(q$quantile), as.numeric(q$lower), as.numeric(q$upper))[, 2:3]) - k
}

answers <- do.call(rbind, lapply(cohorts, function(data) {
  fit <- survfit(Surv(days, end == 1) ~ 1, data = data, conf.type = "log-log")
  ends <- survfit(Surv(days, factor(end, 0:2, c("open", "dealt with", "handed on"))) ~ 1, data = data)
  do.call(rbind, lapply(waited, function(k) {
    # `extend` goes on with the last value past the last time; where that is not 0 ours is not known instead.
    s <- summary(fit, times = k, extend = TRUE)
    is_known <- k <= max(data$days) || min(fit$surv) == 0
    limits <- if (is_known && s$surv > 0 && s$surv < 1) 1 - c(s$upper, s$lower) else c(NA, NA)
    p <- summary(ends, times = k, extend = TRUE)$pstate[1, ]
    is_either_known <- k <= max(data$days) || min(ends$pstate[, 1]) == 0
    row <- c(
      sum(data$days > k), if (is_known) 1 - s$surv else NA, limits,
      if (is_either_known) p[2:3] else c(NA, NA), more(data, k)
    )
    names(row) <- c(
      "at_risk_count", "dealt_with_share", "dealt_with_lower", "dealt_with_upper", "dealt_with_share_aj",
      "handed_on_share_aj", "median_more_days", "median_more_lower", "median_more_upper", "p90_more_days",
      "p90_more_lower", "p90_more_upper"
    )
    data.frame(cohort = data$cohort[1], days_waited = k, t(row))
  }))
}))

write_rows <- function(rows, file) {
  blank <- function(x) if (is.numeric(x)) ifelse(is.na(x), "", sprintf("%.15g", x)) else x
  write.table(lapply(rows, blank), file.path(folder, file), sep = ",", quote = FALSE, row.names = FALSE)
}
write_rows(do.call(rbind, cohorts), "waits.csv")
write_rows(answers, "waits_in_r.csv")
cat(sprintf("%d cohorts, R %s, survival %s\n", length(cohorts), getRversion(), packageVersion("survival")))
