namespace Lexicon.Local.Debugging;

/// <summary>A function, as far as a debugger must know it.</summary>
internal interface IDebuggable
{
    string Name { get; }

    /// <summary>What follows the last hyphen of its name.</summary>
    string ShortName { get; }

    /// <summary>Its key in the template.</summary>
    string LogicalId { get; }

    /// <summary>Whether it runs on .NET, and is not a native program.</summary>
    bool IsManaged { get; }
}
