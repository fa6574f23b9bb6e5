package io.plimsoll.demo.export;

import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CreditTruths;
import java.util.List;

/** Claims of service credit from the contract office, as CSV in the feed's own columns. */
final class CreditClaimExport implements Export {

    @Override
    public List<Source> sources(World world) {
        return CreditTruths.claims(world).isEmpty()
                ? List.of()
                : List.of(Source.of("contract-office", "credit_claim", "csv", "landing/contract-office/*.csv")
                        .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/contract-office/claims.csv")) {
            file.line("claim_id,agreement_id,period_start,claimed_at,amount,currency");
            for (CreditTruths.Claim claim : CreditTruths.claims(world)) {
                file.line(Csv.row(
                        claim.id(),
                        claim.agreement(),
                        claim.month().atDay(1),
                        claim.at(),
                        claim.amount().toPlainString(),
                        claim.currency()));
            }
        }
    }
}
