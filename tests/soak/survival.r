# Records what R's survival package says of the cohorts in tests/models/survival/cohorts.csv.
#
# Run from the project's root, where R and its package survival are installed: Rscript tests/soak/survival.r
# Makes the cohorts anew from a fixed seed, and writes r_answers.csv beside them. The tests compare our models with
# that file and need no R.
suppressPackageStartupMessages(library(survival))
set.seed(20260301)

folder <- c(commandArgs(trailingOnly = TRUE), "tests/models/survival")[1]
cohorts <- list()
add <- function(name, days, dealt) cohorts[[name]] <<- data.frame(cohort = name, days = days, is_dealt_with = as.integer(dealt))

# The corners.
add("one-closed", 3, 1)
add("one-open", 3, 0)
add("one-at-zero", 0, 1)
add("all-open", c(1, 2, 5, 8, 13), rep(0, 5))
add("all-closed-one-time", rep(4, 6), rep(1, 6))
add("all-closed-at-zero", rep(0, 4), rep(1, 4))
add("exact-half-over-interval", c(1, 2, 6, 9), c(1, 1, 1, 1))
add("exact-half-at-the-end", c(1, 2, 6, 9), c(1, 1, 0, 0))
add("exact-half-last-step-is-last", c(1, 2, 2, 2), c(1, 1, 0, 0))
add("exact-half-by-product", c(1, 2, 3, 4, 5, 6), c(1, 1, 1, 0, 0, 1))
add("exact-tenth", 1:10, rep(1, 10))
add("exact-tenth-at-the-end", 1:10, c(rep(1, 9), 0))
add("exact-tenth-then-waiting", c(1:9, 30), c(rep(1, 9), 1))
add("thirds-to-half", c(1, 2, 3, 3, 7, 8), c(1, 1, 1, 0, 0, 0))
add("ties-of-both-kinds", c(1, 1, 1, 2, 2, 2, 3, 3, 3, 3), c(1, 0, 1, 1, 0, 0, 1, 1, 0, 0))
add("reaches-zero-late", c(1, 1, 2, 4, 40), c(0, 1, 0, 0, 1))
add("never-below-half", c(1, 2, 30, 31, 32, 33), c(1, 0, 0, 0, 0, 0))
add("first-censored", c(0, 0, 5, 6, 7), c(0, 0, 1, 1, 1))
add("horizons-hit-exactly", c(1, 1, 7, 7, 30, 30, 90, 90, 91, 120), c(1, 0, 1, 0, 1, 0, 1, 0, 1, 0))
add("watched-to-just-under-seven", c(0.5, 2, 6.99, 6.99), c(1, 1, 0, 0))
add("small-hundredths", c(0.01, 0.01, 0.02, 0.03, 0.05, 0.08), c(1, 1, 0, 1, 1, 0))

# The ordinary: whole days with many ties, and hundredths; light and heavy censoring.
for (k in 1:12) {
  n <- c(12, 25, 60, 140)[(k - 1) %% 4 + 1]
  days <- rexp(n, 1 / c(3, 20, 70)[(k - 1) %/% 4 + 1])
  seen <- runif(n, 1, c(200, 40, 100)[(k - 1) %/% 4 + 1])
  dealt <- as.integer(days <= seen & runif(n) > 0.1)
  days <- pmin(days, seen)
  days <- if (k %% 2 == 0) floor(days) else round(days, 2)
  add(sprintf("random-%02d", k), days, dealt)
}

answers <- do.call(rbind, lapply(names(cohorts), function(name) {
  fit <- survfit(Surv(days, is_dealt_with) ~ 1, data = cohorts[[name]], conf.type = "log-log")
  q <- quantile(fit, probs = c(0.5, 0.9))
  quantiles <- data.frame(
    cohort = name, measure_id = c("median_days_to_close", "p90_days_to_close"),
    value = as.numeric(q$quantile), lower = as.numeric(q$lower), upper = as.numeric(q$upper)
  )
  # `extend` goes on with the last value past the last time; where that is not 0 our value is not known instead.
  s <- summary(fit, times = c(1, 7, 30, 90), extend = TRUE)
  is_known <- c(1, 7, 30, 90) <= max(fit$time) | min(fit$surv) == 0
  shares <- data.frame(
    cohort = name, measure_id = paste0("closed_within_", c(1, 7, 30, 90), "_days"),
    value = 1 - s$surv, lower = 1 - s$upper, upper = 1 - s$lower
  )
  shares[!is_known, c("value", "lower", "upper")] <- NA
  shares[s$surv %in% c(0, 1), c("lower", "upper")] <- NA
  rbind(quantiles, shares)
}))

write_rows <- function(rows, file) {
  write.table(rows, file.path(folder, file), sep = ",", quote = FALSE, row.names = FALSE)
}
blank <- function(x) ifelse(is.na(x), "", sprintf("%.15g", x))
all <- do.call(rbind, cohorts)
all$days <- sprintf("%.15g", all$days)
answers[c("value", "lower", "upper")] <- lapply(answers[c("value", "lower", "upper")], blank)
write_rows(all, "cohorts.csv")
write_rows(answers, "r_answers.csv")
cat(sprintf("%d cohorts, R %s, survival %s\n", length(cohorts), getRversion(), packageVersion("survival")))
