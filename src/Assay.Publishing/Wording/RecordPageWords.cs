namespace Assay.Publishing.Wording;

/// <summary>The fixed words of the views of the record by itself.</summary>
internal static class RecordPageWords
{
    public const string Kicker = "Assay · the record by itself";
    public const string TitleEnd = "what the record holds";
    public const string Skip = "Skip to the tables";
    public const string Perhaps = "perhaps";
    public const string Remarks = "Note";
    public const string Sources = "Src";
    public const string SourcesHeading = "Sources";
    public const string NothingKnown = "The record has no rows for this. That does not mean that there is nothing.";
    public const string MachineMade = "A program read this from the records named at the end. What the record does not say is unknown, not false.";
    public const string HowToObject = "Every row shows what it rests on. Whoever holds better evidence can add it to a pack and ask again.";
    public const string Licences = "Each evidence pack states the licence of its rows, and each row the source it was taken from. The program is under the Apache License 2.0.";
    public const string EveryRow = "Every row:";
    public const string RestsOn = "rests on";
    public const string TimeLineTitle = "From when to when";
    public const string TimeLineKey = "Solid: it held at the end of the line. Open: perhaps. Light: it had ended.";
    public const string FlowTitle = "How much by which way";
    public const string FlowKey = "The thicker, the more. Dashed: only a bound, a forecast, or otherwise weak.";
    public const string SharesTitle = "Ownership through time";
    public const string SharesKey = "By nationality of owners; hatched: no known owner.";
    public const string Others = "others";
    public const string DestinationNotKnown = "destination not told";
}
