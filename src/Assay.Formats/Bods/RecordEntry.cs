using Assay.Evidence;

namespace Assay.Formats.Bods;

/// <summary>What is remembered of a record while a file is read. <c>default</c> is a record that nothing is known of.</summary>
internal struct RecordEntry
{
    /// <summary>What is known of it.</summary>
    public RecordTraits Traits { get; set; }

    /// <summary>What it is of, where <see cref="RecordTraits.IsThere"/>.</summary>
    public RecordKind Kind { get; set; }

    /// <summary>Why its party is not specified, as a place in <see cref="UnspecifiedReasons"/>, from 1; 0: it is, or nothing is said.</summary>
    public byte Reason { get; set; }

    /// <summary>Its last statement.</summary>
    public SeriesStep Last { get; set; }

    /// <summary>Its place among the series of more than one statement, from 1; 0: there is one statement at most.</summary>
    public int Series { get; set; }

    /// <summary>The statement that names it first, and its line.</summary>
    public (int Number, int Line) Named { get; set; }

    /// <summary>Its LEI; <c>default</c>: none is known.</summary>
    public Lei Lei { get; set; }

    /// <summary>Of a relationship whom it names, as places among the records, from 1; 0: a party that is no record.</summary>
    public (int Party, int Subject) Ends { get; set; }
}

/// <summary>One statement of a record.</summary>
/// <param name="Number">Its place in the file.</param>
/// <param name="Line">Its line.</param>
/// <param name="Day">Its day, as a day number.</param>
/// <param name="Status"><c>n</c>ew, <c>u</c>pdated, <c>c</c>losed, or a blank.</param>
/// <param name="Kind">What it says the record is of.</param>
internal readonly record struct SeriesStep(int Number, int Line, int Day, char Status, RecordKind Kind);

/// <summary>What is known of a record.</summary>
[Flags]
internal enum RecordTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>It has a statement.</summary>
    IsThere = 1,
    /// <summary>It says that it is a component.</summary>
    IsComponent = 2,
    /// <summary>A relationship lists it as a component.</summary>
    IsListed = 4,
    /// <summary>It came after a relationship that lists it as a component.</summary>
    IsListedBefore = 8,
    /// <summary>A relationship names it as subject or party.</summary>
    IsParty = 16,
    /// <summary>A statement names it as the subject of the declaration.</summary>
    IsDeclared = 32,
    /// <summary>It is a trust.</summary>
    IsTrust = 64,
    /// <summary>It is a nomination.</summary>
    IsNomination = 128,
    /// <summary>A share in it is said to be held directly; of a relationship: its own is.</summary>
    HasDirectShares = 256,
    /// <summary>Votes in it are said to be held directly; of a relationship: its own are.</summary>
    HasDirectVotes = 512,
    /// <summary>Of a share in it is not said whether it is held directly; of a relationship: of its own.</summary>
    HasOpenShares = 1024,
    /// <summary>Of votes in it is not said whether they are held directly; of a relationship: of its own.</summary>
    HasOpenVotes = 2048,
}
