import { startAddress } from "./address.js";
import { redrawCharts, startCharts } from "./charts.js";
import { startChoosing } from "./choose.js";
import { startControls, update } from "./controls.js";
import { startPrinting } from "./print.js";
import { startSorting } from "./sort.js";
import { startTheme } from "./theme.js";

startTheme(redrawCharts);
startControls();
update();
startChoosing();
startSorting();
startCharts();
startPrinting();
startAddress();
