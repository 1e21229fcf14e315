namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>An object with members and methods of its own, such as <c>$input</c>.</summary>
internal interface IJavaObject
{
    /// <summary>A member; false: there is none of that name.</summary>
    bool TryGet(string name, out object? value);

    /// <summary>Calls a method; false: there is none of that name with these arguments.</summary>
    bool TryCall(string name, object?[] arguments, Rendering rendering, out object? value);
}
