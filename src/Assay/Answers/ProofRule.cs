namespace Assay.Answers;

/// <summary>The rules by which one step of a proof follows from rows and earlier steps.</summary>
public enum ProofRule
{
    /// <summary>The record says nothing that settles it; the inputs, if any, are what it does say.</summary>
    Silent,
    /// <summary>A row held on the days asked about: true, false (ended or not begun) or unknown.</summary>
    Holds,
    /// <summary>No row says so, and a completeness row covers the days: false.</summary>
    NotListed,
    /// <summary>The opposite of its input.</summary>
    Not,
    /// <summary>True if one input is; false if all are.</summary>
    AnyOf,
    /// <summary>True if all inputs are; false if one is.</summary>
    AllOf,
    /// <summary>An agreement has the parties, kind, topics, place and day asked about.</summary>
    Matches,
    /// <summary>An agreement was signed by the days asked about.</summary>
    Signed,
    /// <summary>An agreement was in force on the days asked about.</summary>
    InForce,
    /// <summary>The share that an owner held over the days asked about, from its stake rows.</summary>
    StakeHeld,
    /// <summary>The parent of a group has some part, up to all, of a firm of which no stake is recorded, and most of its votes.</summary>
    GroupParent,
    /// <summary>The nationality of an owner: its group parent's seat on the days asked about.</summary>
    Nationality,
    /// <summary>Whether a nationality is one of those asked about, itself or as a member of a group.</summary>
    Belongs,
    /// <summary>Whether an owner is the holder itself.</summary>
    IsHolder,
    /// <summary>Whether an owner is surely another than the holder.</summary>
    Apart,
    /// <summary>What is not known of an owner, since somebody who may be the holder has other rights in the same thing, or the owner holds for another.</summary>
    Doubted,
    /// <summary>A stake times the part of it that counts.</summary>
    Counted,
    /// <summary>What holders have of one asset: the stakes that count, with the unknown rest as bounds.</summary>
    Interest,
    /// <summary>What holders have of a firm whose owners own each other: the integrated share, through all chains and circles.</summary>
    Circle,
    /// <summary>The output of an asset is that of the company that holds its licence.</summary>
    LicenceOf,
    /// <summary>A figure as the record has it.</summary>
    Measured,
    /// <summary>One figure in percent of another.</summary>
    Quotient,
    /// <summary>A part of a whole, and what of it counts.</summary>
    PartHeld,
    /// <summary>What holders have of a whole: its parts add up to all of it, each within its bounds.</summary>
    Apportion,
    /// <summary>A figure set against a threshold.</summary>
    Compare,
    /// <summary>Of the whole where a comparison is true, none where it is false.</summary>
    WholeOrNone,
    /// <summary>A place on a published list.</summary>
    Listed,
    /// <summary>A place among figures.</summary>
    RankedByFigures,
    /// <summary>A place as a source states it.</summary>
    StatedRank,
    /// <summary>Goods that left by a way, as the record has it.</summary>
    Carried,
    /// <summary>A share as a source states it: within half a unit of its last digit.</summary>
    StatedShare,
    /// <summary>A figure in another unit.</summary>
    Converted,
    /// <summary>Several figures of one thing and period: from the least to the greatest.</summary>
    Ranged,
    /// <summary>A figure in percent of another, in one unit and period.</summary>
    Proportion,
    /// <summary>Whether an asset was under a regime, told from its regime rows.</summary>
    UnderRegime,
    /// <summary>What part of a whole's output came from assets under a regime.</summary>
    RegimeOutput,
    /// <summary>What part of a state's contracts, by number, were under a regime.</summary>
    RegimeNumber,
    /// <summary>A place held in every year, or not in one of them.</summary>
    RankedThroughout,
    /// <summary>A membership began within the days: it was none the day before and one on the last of them.</summary>
    Began,
    /// <summary>A membership ended within the days.</summary>
    Ended,
    /// <summary>Someone's stake began within the days.</summary>
    StakeBegan,
    /// <summary>Someone's stake ended within the days.</summary>
    StakeEnded,
    /// <summary>A figure set against a band.</summary>
    Within,
    /// <summary>Someone surely controls an asset, and those asked about surely don't.</summary>
    ControlledByAnother,
    /// <summary>Someone runs an asset, or holds its licence, on the days asked about.</summary>
    Operates,
    /// <summary>Another runs an asset of which the one asked about has nothing.</summary>
    OperatedByAnother,
    /// <summary>An event is the one asked about and happened within the days.</summary>
    EventMatches,
    /// <summary>No such event is on record, and a completeness row covers the days: false.</summary>
    EventNotListed,
    /// <summary>A proposition is asserted by some and denied by others.</summary>
    Disputed,
    /// <summary>A proposition is only asserted, or only denied.</summary>
    SaidByOneSide,
    /// <summary>Someone asserts or denies a proposition.</summary>
    Said,
    /// <summary>A person held an office on the days asked about.</summary>
    HoldsOffice,
    /// <summary>Another held an office that one person holds at a time.</summary>
    OfficeOfAnother,
}
