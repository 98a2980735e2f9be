namespace Assay.Publishing.Wording;

/// <summary>The fixed words of the views of the record by itself.</summary>
internal static class RecordPageWords
{
    public static string Kicker => Words.Of("RecordKicker");
    public static string TitleEnd => Words.Of("RecordTitleEnd");
    public static string Skip => Words.Of("RecordSkip");
    public static string Perhaps => Words.Of("Perhaps");
    public static string Remarks => Words.Of("Remarks");
    public static string Sources => Words.Of("Sources");
    public static string SourcesHeading => Words.Of("SourcesHeading");
    public static string NothingKnown => Words.Of("NothingKnown");
    public static string MachineMade => Words.Of("RecordMachineMade");
    public static string HowToObject => Words.Of("RecordHowToObject");
    public static string Licences => Words.Of("RecordLicences");
    public static string EveryRow => Words.Of("EveryRow");
    public static string RestsOn => Words.Of("RestsOn");
    public static string TimeLineTitle => Words.Of("TimeLineTitle");
    public static string TimeLineKey => Words.Of("TimeLineKey");
    public static string FlowTitle => Words.Of("FlowTitle");
    public static string FlowKey => Words.Of("FlowKey");
    public static string SharesTitle => Words.Of("SharesOverTimeTitle");
    public static string SharesKey => Words.Of("SharesOverTimeKey");
    public static string Others => Words.Of("Others");
    public static string DestinationNotKnown => Words.Of("DestinationNotKnown");
}
