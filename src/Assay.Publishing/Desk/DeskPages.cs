using Assay.Publishing.Site;
using Assay.Publishing.Wording;

namespace Assay.Publishing.Desk;

/// <summary>Renders the pages of the desk in the language of their frame. Safe to share between threads.</summary>
public static class DeskPages
{
    /// <summary>A page.</summary>
    public static string Render<TPage, TModel>(TModel model, SiteFrame frame) where TPage : SitePage<TModel>
    {
        ArgumentNullException.ThrowIfNull(frame);
        return In(frame, () => SitePages.Render<TPage, TModel>(model, frame));
    }

    /// <summary>Makes something in the language of a frame.</summary>
    public static T In<T>(SiteFrame frame, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return InterfaceLanguage.In(InterfaceLanguage.Has(frame.Language) ? frame.Language : InterfaceLanguage.Default, make);
    }
}
