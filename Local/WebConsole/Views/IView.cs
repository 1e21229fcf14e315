using Lexicon.Local.CloudFormation;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>What one view of the console asks for. Its page is a module of the same name in <c>Pages/views</c>.</summary>
internal interface IView
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What it can be asked.</summary>
    IReadOnlyList<ConsoleRoute> Routes { get; }

    /// <summary>Gives it what is provisioned, once everything is.</summary>
    void Show(ResourceGraph graph)
    {
    }
}
