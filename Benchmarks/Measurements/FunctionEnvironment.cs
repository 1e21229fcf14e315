namespace Lexicon.Benchmarks.Measurements;

/// <summary>What the templates put into the environment of every function so that it starts fast (Infra/Api/StartUp.cs).</summary>
internal static class FunctionEnvironment
{
    /// <summary><c>DOTNET_GCgen0size</c>, in hexadecimal: how much is allocated before memory is collected.</summary>
    public const string SmallGeneration = "400000";
}
