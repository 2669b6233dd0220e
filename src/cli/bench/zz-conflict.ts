import { catalog } from '../../catalog/catalog.ts';
