package io.plimsoll.contract;

/** Rows do not have the shape, key or values that their table's contract declares. Nothing of them is published. */
public final class ContractViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message table, column or check, and what was found instead */
    public ContractViolation(String message) {
        super(message);
    }
}
