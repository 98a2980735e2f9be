namespace Assay.Reactions;

/// <summary>Ratings as a caller has them.</summary>
internal interface IRatingSource
{
    int Count { get; }

    int Reader(int index);

    int Finding(int index);

    int Halves(int index);
}

/// <summary>Ratings in columns that stay where they are while this is used.</summary>
internal readonly unsafe struct RatingColumns(int* readers, int* findings, byte* halves, int count) : IRatingSource
{
    public int Count => count;

    public int Reader(int index) => readers[index];

    public int Finding(int index) => findings[index];

    public int Halves(int index) => halves[index];
}

/// <summary>Reactions that stay where they are while this is used.</summary>
internal readonly unsafe struct ReactionList(Reaction* reactions, int count) : IRatingSource
{
    public int Count => count;

    public int Reader(int index) => reactions[index].Reader;

    public int Finding(int index) => reactions[index].Finding;

    public int Halves(int index) => reactions[index].IsUseful ? 2 : 0;
}
