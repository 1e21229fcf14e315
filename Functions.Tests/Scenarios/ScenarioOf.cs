namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Finds the scenario of an operation by its name.</summary>
internal static class ScenarioOf
{
    private static readonly Dictionary<string, Type> Written = typeof(IScenario).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IScenario)) && type != typeof(ReadScenario))
        .ToDictionary(type => type.Name);

    /// <summary>The scenario; null where it has to be written.</summary>
    public static IScenario? Operation(Route route) =>
        Written.TryGetValue(NameOf(route.Operation), out var type) ? (IScenario)Activator.CreateInstance(type)!
        : ReadScenario.Fits(route) ? new ReadScenario(route)
        : null;

    /// <summary>What there is to write or to remove so that each operation has its scenario, and each scenario its operation.</summary>
    public static IEnumerable<string> Problems() =>
    [
        .. from route in Routes.Handled
           where Operation(route) is null
           let name = NameOf(route.Operation)
           select $"Functions.Tests/Scenarios has no scenario for {route.Operation}: write {name}.cs, a class {name} : IScenario whose "
               + "RunAsync calls it through world.MeasureAsync.",
        .. from name in Written.Keys.Except(Routes.Handled.Select(route => NameOf(route.Operation)))
           select $"Functions.Tests/Scenarios/{name}.cs is of no operation: remove it, or add the operation to Functions/Routes.cs.",
    ];

    private static string NameOf(string operation) => $"{operation}Scenario";
}
