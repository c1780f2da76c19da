package dev.berth.work.name;

/** How it stands with the name of an Inner. */
public sealed interface NameState {

    /** This Inner has it. */
    record Held() implements NameState {}

    /** Another Inner has it; {@code holder} says which. */
    record Taken(String holder) implements NameState {}

    /** Nobody knows who has it: the database did not say, because of {@code reason}. */
    record Unknown(String reason) implements NameState {}
}
