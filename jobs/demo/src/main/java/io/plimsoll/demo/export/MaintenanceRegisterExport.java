package io.plimsoll.demo.export;

import io.plimsoll.demo.signal.World;
import java.util.List;

/** Single windows from the change board's register, approved or not, as CSV in the feed's own columns. */
final class MaintenanceRegisterExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (world.events().maintenance().isEmpty()) {
            return List.of();
        }
        return List.of(Source.of("change-board", "maintenance_window", "csv", "landing/change-board/windows-*.csv")
                .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        String path = "landing/change-board/windows-" + world.history().endsOn() + ".csv";
        try (LandingFile file = landing.create(path)) {
            file.line("window_id,scope,starts_at,ends_at,approved_at,approved_by,kind");
            world.events()
                    .maintenance()
                    .forEach(window -> file.line(Csv.row(
                            window.id(),
                            window.scope(),
                            window.span().from(),
                            window.span().to(),
                            window.approvedAt(),
                            window.approvedBy(),
                            window.kind())));
        }
    }
}
